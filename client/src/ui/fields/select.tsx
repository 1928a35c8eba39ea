import { Suspense, useId, type ReactNode } from 'react';
import { lazyPart } from '../page/lazy-part.ts';
import './field.css';

type Option = { value: string; label: string };

export type SelectProps = {
  /** Either this, or `aria-labelledby`. */
  label?: string;
  'aria-labelledby'?: string;
  description?: ReactNode;
  placeholder?: string;
  required?: boolean;
  className?: string;
  error?: ReactNode;
  data: (Option | { group: string; items: Option[] })[];
  /** Empty for none. */
  value: string;
  onChange: (value: string) => void;
  nothingFoundMessage: string;
};

const ListSelect = lazyPart(() => import('./list-select.tsx').then((module) => module.ListSelect));

/**
 * One of many, found by typing. The list is heavy, so the page does not wait for it: until it has come the field stands
 * there as it will be, and cannot be changed.
 */
export function Select(props: SelectProps) {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <ListSelect {...props} />
    </Suspense>
  );
}

function Waiting({ label, description, placeholder, required, className = '', data, ...props }: SelectProps) {
  const id = useId();
  const options = data.flatMap((entry) => ('items' in entry ? entry.items : [entry]));
  return (
    <div className={`field ${className}`}>
      {label && (
        <label className="field-label" htmlFor={id}>
          {label}
          {required && <span aria-hidden="true"> *</span>}
        </label>
      )}
      {description && <p className="field-note">{description}</p>}
      <input
        id={id}
        className="field-input"
        disabled
        aria-labelledby={props['aria-labelledby']}
        placeholder={placeholder}
        value={options.find(({ value }) => value === props.value)?.label ?? ''}
      />
    </div>
  );
}
