import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { forwardRef, useId, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { IconButton } from '../buttons/icon-button.tsx';
import { useWords } from '../../words/use-words.tsx';
import './field.css';

type FieldProps = {
  label: string;
  /** Before the input: what to know before writing. */
  description?: ReactNode;
  /** Below it: what became of what was written. */
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean | undefined;
};

type InputProps = FieldProps & ComponentPropsWithoutRef<'input'>;

export const TextInput = forwardRef<HTMLInputElement, InputProps>(function TextInput(props, ref) {
  const { frame, input } = useField(props);
  return (
    <Field {...frame}>
      <input {...input} ref={ref} />
    </Field>
  );
});

type TextareaProps = FieldProps & ComponentPropsWithoutRef<'textarea'>;

export const Textarea = forwardRef<HTMLTextAreaElement, TextareaProps>(function Textarea(props, ref) {
  const { frame, input } = useField(props);
  return (
    <Field {...frame}>
      <textarea {...input} ref={ref} />
    </Field>
  );
});

/** Can show what was typed: whoever writes slowly, or long passwords, needs to see it. */
export function PasswordInput(props: InputProps) {
  const say = useWords();
  const [isShown, setShown] = useState(false);
  const { frame, input } = useField(props);
  const Icon = isShown ? IconEyeOff : IconEye;
  return (
    <Field {...frame}>
      <span className="field-with-button">
        <input {...input} type={isShown ? 'text' : 'password'} />
        <IconButton
          aria-label={say('ui.showPassword')}
          aria-pressed={isShown}
          title={say(isShown ? 'ui.hidePassword' : 'ui.showPassword')}
          onClick={() => setShown(!isShown)}
        >
          <Icon size={18} stroke={1.7} aria-hidden="true" />
        </IconButton>
      </span>
    </Field>
  );
}

type Frame = FieldProps & { id: string; children: ReactNode };

function Field({ id, label, description, hint, error, required, children }: Frame) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {description && (
        <p className="field-note" id={`${id}-description`}>
          {description}
        </p>
      )}
      {children}
      {hint && (
        <p className="field-note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Ties the words of a field to its input, for whoever hears them. */
function useField<Props extends FieldProps & Pick<InputProps, 'id' | 'dir' | 'value'>>(props: Props) {
  const { label, description, hint, error, required, ...rest } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const notes = { description, hint, error };
  const described = Object.entries(notes).flatMap(([name, note]) => (note ? `${id}-${name}` : []));
  return {
    frame: { id, label, ...notes, required },
    input: {
      ...rest,
      id,
      className: 'field-input',
      required,
      // Of nothing that is written it would be that of English, where the page may run the other way.
      dir: props.dir === 'auto' && !props.value ? undefined : props.dir,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': described.join(' ') || undefined,
    },
  };
}
