export { checkTheme, type ThemeReport } from './check-theme.ts';
export { galleryPage } from './gallery-page.ts';
export { type NewTheme, newTheme } from './new-theme.ts';
export { type GalleryTheme, photographTheme } from './photograph-theme.ts';
