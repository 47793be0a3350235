/** Why a body is not kept that was seen not to begin like JSON, and is called media. */
export const seenAsMedia = 'is media';
