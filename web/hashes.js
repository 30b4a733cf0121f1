/* global INTEGRITY -- put in by the build. */

/** By its name the hash of each file that is loaded later. */
export const HASHES = INTEGRITY;
