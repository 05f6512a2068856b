import { Channel } from './channel.ts'

/** What one user is told wherever they are: notifications, unread counts, changes of their orders. */
export class UserInbox extends Channel {}
