import type * as z from 'zod'
import { invalid } from './errors.ts'
import type { FormTree } from './form.ts'

/**
 * Parameters Stripe takes and this simulator does not: naming them apart from unknown ones keeps the
 * simulator from telling a caller that a real parameter does not exist.
 */
const NOT_SIMULATED = new Set([
  'amount_details',
  'application_fee_amount',
  'confirmation_token',
  'customer',
  'customer_account',
  'error_on_requires_action',
  'excluded_payment_method_types',
  'mandate',
  'mandate_data',
  'off_session',
  'on_behalf_of',
  'payment_details',
  'payment_method_configuration',
  'payment_method_options',
  'radar_options',
  'refund_application_fee',
  'reverse_transfer',
  'setup_future_usage',
  'statement_descriptor',
  'transfer_data',
])

/** Parses a form by `schema`, or throws the 400 that Stripe would answer. */
export function parseParams<Schema extends z.ZodType>(
  schema: Schema,
  form: FormTree,
): z.output<Schema> {
  const result = schema.safeParse(form)
  if (result.success) return result.data
  const issues = result.error.issues
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => bracketed([...issue.path, key]))
      : [],
  )
  const [first] = unknown
  if (first !== undefined) throw unknownParameters(first, unknown)
  throw invalidParameter(issues[0], form)
}

function unknownParameters(first: string, all: string[]) {
  if (NOT_SIMULATED.has(first)) {
    return invalid(`The simulator does not have this parameter of Stripe's: ${first}`, {
      code: 'parameter_not_simulated',
      param: first,
    })
  }
  if (first === 'payment_method_types') {
    // Gone from the API with 2026-09-30.endive, and said so in just this way.
    return invalid(
      'The `payment_method_types` parameter is no longer supported. Use `allowed_payment_method_types`, or leave it out for dynamic payment methods.',
      { code: 'payment_method_types_no_longer_supported', param: first },
    )
  }
  const noun = all.length === 1 ? 'parameter' : 'parameters'
  return invalid(`Received unknown ${noun}: ${all.join(', ')}`, {
    code: 'parameter_unknown',
    param: first,
  })
}

function invalidParameter(issue: z.core.$ZodIssue | undefined, form: FormTree) {
  const path = issue?.path ?? []
  const param = bracketed(path)
  const value = path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    form,
  )
  if (value === undefined) {
    return invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }
  if (value === '') {
    return invalid(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`,
      { code: 'parameter_invalid_empty', param },
    )
  }
  switch (issue?.message) {
    case 'integer':
      return invalid(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param })
    case 'boolean':
      return invalid(`Invalid boolean: ${value}`, { param })
    case 'currency':
      return invalid(`Invalid currency: ${value}.`, { param })
    case 'url':
      return invalid('Not a valid URL', { code: 'url_invalid', param })
    case 'method_type':
      return invalid(`The payment method type "${value}" is invalid.`, { param })
    default:
      return invalid(`Invalid ${param}: ${issue?.message ?? 'not accepted'}`, { param })
  }
}

function bracketed(path: readonly PropertyKey[]): string {
  return path.map((key, index) => (index === 0 ? String(key) : `[${String(key)}]`)).join('')
}
