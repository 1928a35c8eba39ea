import { Button } from '../ui/buttons/button.tsx';

const PASSWORD = 'carillon';
const ACCOUNTS = [
  { label: 'Candidate', email: 'candidate@example.com' },
  { label: 'Candidate 2', email: 'candidate2@example.com' },
  { label: 'Instructor', email: 'instructor@example.com' },
  { label: 'Instructor 2', email: 'instructor2@example.com' },
  { label: 'Admin', email: 'admin@example.com' },
];

/** The server says so in the page it serves; the development server has no such page. */
export function isDemo(): boolean {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="carillon-demo"]');
  return meta?.content === 'true' || Boolean(import.meta.env?.DEV);
}

export function DemoAccounts({ onPick }: { onPick: (email: string, password: string) => void }) {
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">Demo accounts</h2>
      <p>Pick one to fill in the form. The password is “{PASSWORD}”.</p>
      <div className="demo-accounts">
        {ACCOUNTS.map(({ label, email }) => (
          <Button
            key={email}
            size="small"
            variant="default"
            onClick={() => onPick(email, PASSWORD)}
            title={email}
          >
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
