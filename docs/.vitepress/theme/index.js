/** VitePress' own theme with system fonts, and the live examples. */
import DefaultTheme from 'vitepress/theme-without-fonts';
import './style.css';
import LiveExample from './live-example.vue';

export default {
  extends: DefaultTheme,
  enhanceApp: ({app}) => app.component('LiveExample', LiveExample),
};
