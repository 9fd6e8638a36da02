// Shows the theme that was chosen on this machine, see theme.ts. It is a script of its own, and not a module, so that it has run before
// anything is painted.
const theme = localStorage.getItem('postchat:theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
