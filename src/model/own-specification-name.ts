/** What a report calls the project's own documents: nobody asked for the folder that they lie in. */
export const ownSpecificationName = 'the documents of matrix-conformance itself';
