export {
  type AlternativesPage,
  alternativesPage,
  type ShownAlternative,
  type ShownVersion,
} from './alternatives-page.ts';
export { checkSample, type ThemeReport } from './check-theme.ts';
export { galleryPage } from './gallery-page.ts';
export { type NewTheme, newTheme } from './new-theme.ts';
export { type GalleryTheme, screenshotSlides, screenshotTheme } from './sample.ts';
