/** C0 and C1 controls but the tab and the line feed: a terminal would obey them. */
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

/** Text in which control characters can be seen, each as U+FFFD, and do nothing. */
export function visible(text: string): string {
  return text.replace(controls, '\uFFFD')
}
