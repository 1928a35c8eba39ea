// Stands in the place of `client/src/ui/fields/list-select.tsx`: the browser's own list in that of a library, which would be
// more than all else that is drawn here, and has no React but the newest.
import { useId } from 'react';
import type { SelectProps } from '../../../src/ui/fields/select.tsx';
import '../../../src/ui/fields/field.css';

type Entry = SelectProps['data'][number];

export function ListSelect({
  label,
  description,
  data,
  value,
  onChange,
  className = '',
  ...props
}: SelectProps) {
  const id = useId();
  return (
    <div className={`field ${className}`}>
      {label && (
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      )}
      {description && (
        <p className="field-note" id={`${id}-description`}>
          {description}
        </p>
      )}
      <select
        id={id}
        className="field-input"
        required={props.required}
        aria-labelledby={props['aria-labelledby']}
        aria-describedby={description ? `${id}-description` : undefined}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {data.map(entryOf)}
      </select>
    </div>
  );
}

const entryOf = (entry: Entry) =>
  'items' in entry ? (
    <optgroup key={entry.group} label={entry.group}>
      {entry.items.map(optionOf)}
    </optgroup>
  ) : (
    optionOf(entry)
  );

const optionOf = ({ value, label }: { value: string; label: string }) => (
  <option key={value} value={value}>
    {label}
  </option>
);
