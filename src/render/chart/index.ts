export { drawCharts } from './draw-charts.ts';
