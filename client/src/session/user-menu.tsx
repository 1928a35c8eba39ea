import { IconAdjustmentsHorizontal, IconLogout } from '@tabler/icons-react';
import { Initials } from '../ui/words/initials.tsx';
import { Menu, MenuItem, MenuLink } from '../ui/layers/menu.tsx';
import { useSession, useSignedIn } from './session-context.tsx';
import { useWords } from '../words/use-words.tsx';
import './user-menu.css';

const ROLE_NAMES = {
  CANDIDATE: 'session.candidate',
  INSTRUCTOR: 'session.instructor',
  ADMIN: 'session.administrator',
} as const;

export function UserMenu() {
  const say = useWords();
  const session = useSession();
  const { viewer } = useSignedIn();
  const heading = (
    <>
      <strong dir="auto">{viewer.name}</strong>{' '}
      <span className="user-role">{say(ROLE_NAMES[viewer.role])}</span>
    </>
  );
  return (
    <Menu
      label={say('session.account', { name: viewer.name })}
      button={<Initials name={viewer.name} />}
      heading={heading}
    >
      <MenuLink to="/preferences">
        <IconAdjustmentsHorizontal size={16} stroke={1.7} aria-hidden="true" />
        {say('session.preferences')}
      </MenuLink>
      <MenuItem onClick={() => void session.signOut()}>
        <IconLogout className="points" size={16} stroke={1.7} aria-hidden="true" />
        {say('session.signOut')}
      </MenuItem>
    </Menu>
  );
}
