import path from 'node:path'

/** The folder with package.json. */
export const ROOT = path.resolve(import.meta.dirname, '../..')
export const MIGRATIONS = path.join(ROOT, 'migrations')
export const BUILD = path.join(ROOT, 'build')
