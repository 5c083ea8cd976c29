import {
  type CslDate,
  type Numbering,
  type Selection,
  variantUrl,
  withoutMarkup,
} from '../../language/index.ts'

/**
 * The variant for search engines, as schema.org describes medical pages. It holds nothing but what this
 * reader sees.
 *
 * @see https://schema.org/MedicalWebPage
 */
export function structuredData(
  {document, reader, title, description}: Selection,
  {references}: Numbering,
): Record<string, unknown> {
  const {settings, locale, updated, review, slug} = document
  const audience = settings.audiences.get(reader.audience)
  const reviewed = review?.approved ?? review?.reviewed
  const url = slug === undefined ? undefined : variantUrl(settings, reader.audience, slug)
  const citation = references
    .flatMap(({entries}) => entries)
    .map(({reference}) => ({
      '@type': 'CreativeWork',
      ...(reference.title !== undefined && {name: withoutMarkup(reference.title)}),
      ...(yearOf(reference.issued) !== undefined && {datePublished: yearOf(reference.issued)}),
      ...(reference.DOI !== undefined && {sameAs: `https://doi.org/${reference.DOI}`}),
    }))
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalWebPage',
    ...(title !== undefined && {name: withoutMarkup(title)}),
    ...(description !== undefined && {description: withoutMarkup(description)}),
    inLanguage: locale,
    ...(url !== undefined && {url}),
    ...(updated !== undefined && {dateModified: updated}),
    ...(reviewed !== undefined && {lastReviewed: reviewed}),
    ...(review !== undefined &&
      review.reviewers.length > 0 && {reviewedBy: review.reviewers.map(name => ({'@type': 'Person', name}))}),
    ...(audience?.schemaType !== undefined && {
      audience:
        audience.schemaType === 'EducationalAudience'
          ? {'@type': 'EducationalAudience', educationalRole: 'student'}
          : {'@type': 'MedicalAudience', audienceType: audience.schemaType},
    }),
    ...(citation.length > 0 && {citation}),
  }
}

function yearOf(date: CslDate | undefined): string | undefined {
  const year = date?.['date-parts']?.[0]?.[0]
  return year === undefined ? undefined : String(year)
}

/**
 * JSON that cannot end the `<script>` it stands in.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
