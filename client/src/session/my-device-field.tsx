import { useWords } from '../words/use-words.tsx';

type Props = { isMyDevice: boolean; onChange: (isMyDevice: boolean) => void };

/** Whether this browser may keep what its reader sees. */
export function MyDeviceField({ isMyDevice, onChange }: Props) {
  const say = useWords();
  return (
    <label className="my-device">
      <input
        type="checkbox"
        name="my-device"
        checked={isMyDevice}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <span className="field-label">{say('door.myDevice')}</span>
        <span className="field-note">{say('door.myDeviceNote')}</span>
      </span>
    </label>
  );
}
