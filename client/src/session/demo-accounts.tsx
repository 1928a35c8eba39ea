import { Button } from '../ui/buttons/button.tsx';
import { useWords } from '../words/use-words.tsx';

const PASSWORD = 'carillon';
const ACCOUNTS = [
  { name: 'door.candidate', email: 'candidate@example.com' },
  { name: 'door.candidate2', email: 'candidate2@example.com' },
  { name: 'door.instructor', email: 'instructor@example.com' },
  { name: 'door.instructor2', email: 'instructor2@example.com' },
  { name: 'door.admin', email: 'admin@example.com' },
] as const;

/** The server says so in the page it serves; the development server has no such page. */
export function isDemo(): boolean {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="carillon-demo"]');
  return meta?.content === 'true' || Boolean(import.meta.env?.DEV);
}

export function DemoAccounts({ onPick }: { onPick: (email: string, password: string) => void }) {
  const say = useWords();
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{say('door.demo')}</h2>
      <p>{say('door.demoLead', { password: PASSWORD })}</p>
      <div className="demo-accounts">
        {ACCOUNTS.map(({ name, email }) => (
          <Button
            key={email}
            size="small"
            variant="default"
            onClick={() => onPick(email, PASSWORD)}
            title={email}
          >
            {say(name)}
          </Button>
        ))}
      </div>
    </section>
  );
}
