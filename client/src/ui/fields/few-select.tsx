import './field.css';

type Props<Value extends string> = {
  'aria-label': string;
  data: { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One of a few, by the browser's own list: there is nothing to search in it, and every device knows how to show it. */
export function FewSelect<Value extends string>({ data, value, onChange, ...label }: Props<Value>) {
  return (
    <select
      className="field-input few-select"
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = data.find((choice) => choice.value === currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
      {...label}
    >
      {data.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
