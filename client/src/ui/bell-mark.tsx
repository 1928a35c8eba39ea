/** Our own mark: a bell with its clapper. */
export function BellMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="var(--mark-ground)" />
      <path
        d="M16 6.5a1.6 1.6 0 0 1 1.6 1.6v.5c3 .8 4.9 3.4 4.9 6.6 0 4 .9 5.6 2 6.7H7.5c1.1-1.1 2-2.7 2-6.7 0-3.2 1.9-5.8 4.9-6.6v-.5A1.6 1.6 0 0 1 16 6.5Z"
        fill="#fff"
      />
      <path d="M12.9 23.4a3.2 3.2 0 0 0 6.2 0Z" fill="#f2b45a" />
    </svg>
  );
}
