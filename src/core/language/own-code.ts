/** The style sheet, the script and the policy of our own pages. Data in scripts has a type, and is not among it. */
const own =
  /<style>[\s\S]*?<\/style>|<script data-parlance="">[\s\S]*?<\/script>|<meta http-equiv="Content-Security-Policy" content="[^"]*">/g

/** A whole page without the code that is the same for all readers: each piece of it becomes a blank. */
export function withoutOwnCode(html: string): string {
  return html.replace(own, ' ')
}
