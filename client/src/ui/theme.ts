import { createTheme, type MantineColorsTuple } from '@mantine/core';

// Verdigris, the colour old bells turn; and a grey with a little warmth, so that white pages do not glare.
const verdigris: MantineColorsTuple = [
  '#eaf6f2',
  '#d5eae3',
  '#abd5c8',
  '#7dbfab',
  '#57ac93',
  '#3f9e84',
  '#28806a',
  '#1f6b5c',
  '#185a4d',
  '#0e463b',
];
const gray: MantineColorsTuple = [
  '#f8f7f4',
  '#f1efea',
  '#e6e3dc',
  '#d8d4cb',
  '#bfbab0',
  '#948f86',
  '#6a665f',
  '#4c4944',
  '#33312d',
  '#1d1c1a',
];
const dark: MantineColorsTuple = [
  '#e4e7e3',
  '#b9c0bb',
  '#98a19b',
  '#6b756f',
  '#434c47',
  '#323a36',
  '#252c29',
  '#1b211e',
  '#141816',
  '#0e1110',
];

// Both shades carry white text at AA contrast.
export const theme = createTheme({
  primaryColor: 'verdigris',
  primaryShade: { light: 7, dark: 6 },
  colors: { verdigris, gray, dark },
  black: '#1d1c1a',
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  fontFamily: 'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '650', textWrap: 'balance' },
});
