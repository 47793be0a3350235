/** What an exchange costs beside its texts and bodies, in bytes, about. */
export const exchangeCost = 2048;
