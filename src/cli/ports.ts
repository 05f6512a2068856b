import { createServer } from 'node:net'

/** Ports that nobody listens on at this moment, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) ports.add(await listen(0))
  return [...ports]
}

/** True when a server could listen on this port of loopback. */
export async function isFree(port: number): Promise<boolean> {
  try {
    await listen(port)
    return true
  } catch {
    return false
  }
}

async function listen(port: number): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
