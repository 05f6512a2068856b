import { serve } from './start.ts'

/** `npm run dev`: like `npm start`, with the storefront on Vite, which reloads as you type. */
export async function run(args: string[]): Promise<number> {
  return await serve(args, 'vite')
}
