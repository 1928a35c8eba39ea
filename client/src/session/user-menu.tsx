import { IconAdjustmentsHorizontal, IconLogout } from '@tabler/icons-react';
import { Initials } from '../ui/words/initials.tsx';
import { Menu, MenuItem, MenuLink } from '../ui/layers/menu.tsx';
import { useSession, useSignedIn } from './session-context.tsx';
import './user-menu.css';

const ROLE_NAMES = { CANDIDATE: 'Candidate', INSTRUCTOR: 'Instructor', ADMIN: 'Administrator' } as const;

export function UserMenu() {
  const session = useSession();
  const { viewer } = useSignedIn();
  const heading = (
    <>
      <strong dir="auto">{viewer.name}</strong> <span className="user-role">{ROLE_NAMES[viewer.role]}</span>
    </>
  );
  return (
    <Menu label={`Account: ${viewer.name}`} button={<Initials name={viewer.name} />} heading={heading}>
      <MenuLink to="/preferences">
        <IconAdjustmentsHorizontal size={16} stroke={1.7} aria-hidden="true" />
        Preferences
      </MenuLink>
      <MenuItem onClick={() => void session.signOut()}>
        <IconLogout size={16} stroke={1.7} aria-hidden="true" />
        Sign out
      </MenuItem>
    </Menu>
  );
}
