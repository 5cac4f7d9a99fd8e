import { expect, test } from 'vitest';
import { missingLabel } from '../../src/layouts/index.ts';

test.each([
  ['image.png', 'assets/image_1744716574223_0.png', 'image_1744716574223_0.png'],
  ['', 'https://example.org/hill.jpg?width=20#top', 'hill.jpg'],
  ['the_boat', 'gone/the-boat.png', 'the-boat.png'],
  ['Screenshot 2024-01-02', 'gone/a.png', 'a.png'],
  ['Pier', 'gone/a.png', 'Pier'],
  ['The pier in\nfog', 'gone/pier.png', 'The pier in fog'],
])('the place of a picture %j at %j is named %j', (alt, url, text) => {
  expect(missingLabel({ alt, url }).text).toBe(text);
});
