// Entry point: the script of every presentation, which fits its slides when it is opened.
import { fitSlides } from './fit-slides.ts';

void fitSlides();
