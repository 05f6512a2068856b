import { CircleAlert } from 'lucide-react'
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react'

type FieldProps = {
  id: string
  label: string
  help?: string | undefined
  error?: string | undefined
  children: (
    described: { id: string } & Pick<
      InputHTMLAttributes<HTMLInputElement>,
      'aria-invalid' | 'aria-describedby'
    >,
  ) => ReactNode
}

/** Label above, control, then help or what is wrong, tied together for assistive technology. */
export function Field({ id, label, help, error, children }: FieldProps) {
  const told = error ?? help
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-display font-semibold text-sm">
        {label}
      </label>
      {children({
        id,
        ...(error === undefined ? {} : { 'aria-invalid': true }),
        ...(told === undefined ? {} : { 'aria-describedby': `${id}-told` }),
      })}
      {told === undefined ? null : (
        <p
          id={`${id}-told`}
          className={`mt-1 flex gap-1.5 text-xs ${error === undefined ? 'text-muted' : 'text-danger'}`}
        >
          {error === undefined ? null : (
            <CircleAlert size={16} aria-hidden="true" className="mt-0.5 flex-none" />
          )}
          {told}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = Omit<FieldProps, 'children'> & InputHTMLAttributes<HTMLInputElement>

export function TextField({ id, label, help, error, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} help={help} error={error}>
      {(described) => <input {...input} {...described} className="control" />}
    </Field>
  )
}

type SelectFieldProps = Omit<FieldProps, 'children'> &
  SelectHTMLAttributes<HTMLSelectElement> & { children: ReactNode }

/** The device's own list: a wheel under a thumb, a menu under a mouse. */
export function SelectField({ id, label, help, error, children, ...select }: SelectFieldProps) {
  return (
    <Field id={id} label={label} help={help} error={error}>
      {(described) => (
        <select {...select} {...described} className="control">
          {children}
        </select>
      )}
    </Field>
  )
}
