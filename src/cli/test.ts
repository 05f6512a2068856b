import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildAll, buildReference } from './build.ts'
import { ROOT, STATE } from './paths.ts'
import { onEndSignal } from './processes.ts'
import { Stop } from './stop.ts'
import { runVitest } from './vitest.ts'

const PROJECTS = ['unit', 'databases', 'workers', 'e2e']

type Outcome = {
  project: string
  passed: number
  failed: number
  /** Left out by `.skip`, `.only` or `.todo`: nothing may be, so it fails the run. */
  skipped: number
  seconds: number
  files: { name: string; seconds: number }[]
}

/** `npm test [-- project…]`: every test, project after project; the last line is the true total. */
export async function run(args: string[]): Promise<number> {
  onEndSignal(process.exit)
  const unknown = args.find((name) => !PROJECTS.includes(name))
  if (unknown !== undefined) {
    throw new Stop(`There is no test project "${unknown}". There are: ${PROJECTS.join(', ')}.`)
  }
  const wanted = PROJECTS.filter((name) => args.length === 0 || args.includes(name))
  buildReference()
  const outcomes: Outcome[] = []
  for (const project of wanted) {
    console.log(`\n— ${project} —`)
    outcomes.push(await runProject(project))
  }
  return report(outcomes)
}

async function runProject(project: string): Promise<Outcome> {
  const results = path.join(STATE, 'tests', `${project}.json`)
  mkdirSync(path.dirname(results), { recursive: true })
  rmSync(results, { force: true })
  const started = performance.now()
  let failure: unknown
  let code = 1
  try {
    if (project === 'e2e') await buildAll()
    const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
    code = await runVitest(project, reports)
  } catch (error) {
    failure = error instanceof Error ? error.message : error
    console.error(failure)
  }
  const seconds = (performance.now() - started) / 1000
  return { project, seconds, ...count(results, code) }
}

type Results = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    startTime: number
    endTime: number
    assertionResults: { status: string }[]
  }[]
}

// A file that could not be loaded, an error outside a test and a run without any result have no
// failed test of their own; each counts as one.
function count(file: string, code: number): Omit<Outcome, 'project' | 'seconds'> {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, files: [] }
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results
  const unloaded = results.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = results.numFailedTests + unloaded
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
    files: results.testResults.map(({ name, startTime, endTime }) => ({
      name: path.relative(ROOT, name),
      seconds: (endTime - startTime) / 1000,
    })),
  }
}

function report(outcomes: Outcome[]): number {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0)
  const slowest = outcomes
    .flatMap(({ files }) => files)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 10)
  console.log('\nThe slowest files')
  for (const { name, seconds } of slowest)
    console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`)
  console.log('\nThe projects')
  for (const { project, passed, failed, seconds } of outcomes) {
    console.log(
      `${seconds.toFixed(1).padStart(8)} s  ${project}: ${passed} passed, ${failed} failed`,
    )
  }
  const skipped = sum('skipped')
  if (skipped > 0) console.log(`\n${skipped} tests were skipped; none may be, so the run fails.`)
  console.log(`\n${sum('passed')} passed, ${sum('failed') + skipped} failed`)
  return sum('failed') + skipped === 0 ? 0 : 1
}
