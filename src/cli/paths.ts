import path from 'node:path'

/** The folder with package.json. */
export const ROOT = path.resolve(import.meta.dirname, '../..')
export const MIGRATIONS = path.join(ROOT, 'migrations')
export const BUILD = path.join(ROOT, 'build')
/** What running the project leaves behind; never committed. */
export const STATE = path.join(ROOT, '.talat')
export const LOGS = path.join(STATE, 'logs')
/** Where pictures of the pages go. */
export const LOOKS = path.join(STATE, 'looks')
