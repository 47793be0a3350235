/** More rows than this take a browser longer to lay out than a reader wants to wait. */
export const handy = 350;
