import './skeleton.css';

type Props = { width?: string; height: string; isRound?: boolean };

/** The place of something that is on its way, as large as it will be. */
export function Skeleton({ width = '100%', height, isRound = false }: Props) {
  return <span className="skeleton" data-round={isRound || undefined} style={{ width, height }} />;
}
