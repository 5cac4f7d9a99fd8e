export { buildSite, type SiteOptions, type SiteResult } from './build-site.ts';
