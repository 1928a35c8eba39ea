import { Menu, UnstyledButton } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconLogout } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Initials } from '../ui/initials.tsx';
import { useSession, useSignedIn } from './session-context.tsx';

const ROLE_NAMES = { CANDIDATE: 'Candidate', INSTRUCTOR: 'Instructor', ADMIN: 'Administrator' } as const;

export function UserMenu() {
  const session = useSession();
  const { viewer } = useSignedIn();
  return (
    <Menu position="bottom-end" width={230} shadow="md" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className="user-button" aria-label={`Account: ${viewer.name}`}>
          <Initials name={viewer.name} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="user-card">
          <strong dir="auto">{viewer.name}</strong>
          <span>{ROLE_NAMES[viewer.role]}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to="/preferences"
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.7} />}
        >
          Preferences
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} />} onClick={() => void session.signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
