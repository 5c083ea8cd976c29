/** A locale of our own with the terms that the tests' styles print: no file of the CSL project is needed. */
export const english = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
  <style-options punctuation-in-quote="true"/>
  <date form="text">
    <date-part name="month" suffix=" "/>
    <date-part name="day" suffix=", "/>
    <date-part name="year"/>
  </date>
  <date form="numeric">
    <date-part name="month" form="numeric" suffix="/"/>
    <date-part name="day" suffix="/"/>
    <date-part name="year"/>
  </date>
  <terms>
    <term name="open-quote">“</term>
    <term name="close-quote">”</term>
    <term name="open-inner-quote">‘</term>
    <term name="close-inner-quote">’</term>
    <term name="and">and</term>
    <term name="et-al">et al.</term>
    <term name="ibid">ibid.</term>
    <term name="in">in</term>
    <term name="accessed">accessed</term>
    ${plural('page', 'p.', 'pp.')}
    ${plural('volume', 'vol.', 'vols.')}
    ${plural('issue', 'no.', 'nos.')}
    ${plural('section', 'sec.', 'secs.')}
    ${[
      ['January', 'Jan.'],
      ['February', 'Feb.'],
      ['March', 'Mar.'],
      ['April', 'Apr.'],
      ['May', 'May'],
      ['June', 'June'],
      ['July', 'July'],
      ['August', 'Aug.'],
      ['September', 'Sept.'],
      ['October', 'Oct.'],
      ['November', 'Nov.'],
      ['December', 'Dec.'],
    ]
      .map(([long, short], index) => {
        const name = `month-${String(index + 1).padStart(2, '0')}`
        return `<term name="${name}">${long}</term><term name="${name}" form="short">${short}</term>`
      })
      .join('\n    ')}
  </terms>
</locale>`

/** The same words in another language, as far as the tests print them. */
export const spanish = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="es-ES">
  <terms>
    <term name="and">y</term>
    <term name="et-al">et al.</term>
    <term name="ibid">ibíd.</term>
    ${plural('page', 'pág.', 'págs.')}
  </terms>
</locale>`

function plural(name: string, single: string, multiple: string): string {
  const forms = `<single>${single}</single><multiple>${multiple}</multiple>`
  return `<term name="${name}">${forms}</term><term name="${name}" form="short">${forms}</term>`
}

/** A style of our own, with the parts that a test is about. */
export function styleWith({
  citation,
  bibliography = '<layout suffix="."><text variable="title"/></layout>',
  macros = '',
  attributes = 'class="in-text"',
}: {
  citation: string
  bibliography?: string
  macros?: string
  attributes?: string
}): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${attributes}>
  <info><title>A style of the tests</title><id>test</id><updated>2025-01-01T00:00:00Z</updated></info>
  ${macros}
  ${citation}
  ${bibliography === '' ? '' : `<bibliography>${bibliography}</bibliography>`}
</style>`
}

/** Numbers in brackets, sorted and ranged, with places; the list by title. */
export const bracketed = styleWith({
  citation: `<citation collapse="citation-number" after-collapse-delimiter="; ">
    <sort><key variable="citation-number"/></sort>
    <layout prefix="&lt;" suffix="&gt;" delimiter=", ">
      <group prefix="[" suffix="]" delimiter=", ">
        <text variable="citation-number"/>
        <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
      </group>
    </layout>
  </citation>`,
  bibliography: `<sort><key variable="title"/></sort>
    <layout>
      <group delimiter=". ">
        <text variable="citation-number" prefix="[" suffix="]"/>
        <names variable="author"><name name-as-sort-order="all" initialize-with=""/></names>
        <text variable="title" font-style="italic"/>
        <text variable="publisher" font-variant="small-caps"/>
        <text variable="volume" font-weight="bold"/>
        <text variable="note" quotes="true"/>
        <text variable="DOI" prefix="https://doi.org/"/>
        <text variable="URL" prefix="From: "/>
        <text variable="PMID" prefix="PMID: "/>
      </group>
    </layout>`,
})

/** Author and year, letters where they are the same, years of one author together. */
export const authorDate = styleWith({
  macros: `<macro name="authors"><names variable="author"><name form="short" and="text" delimiter=", "/></names></macro>
  <macro name="year"><date variable="issued"><date-part name="year"/></date></macro>`,
  citation: `<citation et-al-min="3" et-al-use-first="1" disambiguate-add-year-suffix="true" collapse="year">
    <layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=", ">
        <group delimiter=" "><text macro="authors"/><text macro="year"/></group>
        <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
      </group>
    </layout>
  </citation>`,
  bibliography: `<sort><key macro="authors"/><key macro="year"/></sort>
    <layout suffix=".">
      <names variable="author"><name name-as-sort-order="all" and="text"/></names>
      <text macro="year" prefix=" (" suffix="). "/>
      <text variable="title" font-style="italic"/>
    </layout>`,
})

/** Notes in full the first time, `ibid.` at once after, short later. */
export const notes = styleWith({
  attributes: 'class="note"',
  citation: `<citation>
    <layout suffix="." delimiter="; ">
      <choose>
        <if position="ibid"><text term="ibid" text-case="capitalize-first"/></if>
        <else-if position="subsequent"><names variable="author"><name form="short"/></names></else-if>
        <else>
          <group delimiter=", ">
            <names variable="author"><name/></names>
            <text variable="title" font-style="italic"/>
          </group>
        </else>
      </choose>
    </layout>
  </citation>`,
  bibliography: '',
})
