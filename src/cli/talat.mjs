// The door of every npm script that is more than one program. It runs on any Node, so that it can
// say what is wrong with an old one; the commands beside it are TypeScript, which Node reads itself.
import { pathToFileURL } from 'node:url'

const COMMANDS = [
  'start',
  'dev',
  'build',
  'seed',
  'test',
  'migrate:new',
  'migrate:check',
  'bench',
  'bench:live',
  'simulate',
  'simulate:live',
  'lighthouse',
  'looks',
  'deploy',
]

const [name = '', ...args] = process.argv.slice(2)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  end(
    `This is Node ${process.versions.node}; the project needs 22.18 and brings its own: ` +
      'run `npm ci`, and then this command through npm.',
  )
} else if (!COMMANDS.includes(name)) {
  end(`There is no command "${name}". There are: ${COMMANDS.join(', ')}.`)
} else {
  const file = new URL(`./${name.replace(':', '-')}.ts`, import.meta.url)
  try {
    const command = await import(pathToFileURL(file.pathname).href)
    process.exitCode = (await command.run(args)) ?? process.exitCode
  } catch (error) {
    // A Stop was foreseen and is one sentence; anything else is a fault, with its trace.
    end(error instanceof Error && error.name === 'Stop' ? error.message : error)
  }
}

/** @param {unknown} reason */
function end(reason) {
  console.error(reason)
  process.exitCode = 1
}
