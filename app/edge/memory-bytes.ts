/** Of an isolate's 128 MB: some two hundred public pages, packed as they are. */
export const MEMORY_BYTES = 4 * 1024 * 1024
