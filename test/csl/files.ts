/** A locale with what styles of medical journals ask for; our own words, enough for the tests. */
export const english = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
  <style-options punctuation-in-quote="true"/>
  <date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date>
  <date form="numeric"><date-part name="year"/><date-part name="month" form="numeric" prefix="-"/><date-part name="day" prefix="-"/></date>
  <terms>
    <term name="accessed">accessed</term><term name="and">and</term><term name="et-al">et al.</term>
    <term name="available at">available from</term><term name="cited">cited</term><term name="from">from</term>
    <term name="ibid">ibid.</term><term name="in">in</term><term name="internet">internet</term><term name="no date">n.d.</term>
    <term name="no date" form="short">n.d.</term><term name="online">online</term><term name="retrieved">retrieved</term>
    <term name="open-quote">“</term><term name="close-quote">”</term><term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term>
    <term name="page-range-delimiter">–</term><term name="citation-range-delimiter">–</term>
    <term name="editor"><single>editor</single><multiple>editors</multiple></term>
    <term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>
    <term name="edition"><single>edition</single><multiple>editions</multiple></term><term name="edition" form="short">ed.</term>
    <term name="page"><single>page</single><multiple>pages</multiple></term>
    <term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>
    <term name="section"><single>section</single><multiple>sections</multiple></term>
    <term name="section" form="short"><single>sec.</single><multiple>secs.</multiple></term>
    <term name="issue"><single>issue</single><multiple>issues</multiple></term><term name="issue" form="short"><single>no.</single><multiple>nos.</multiple></term>
    <term name="supplement"><single>supplement</single><multiple>supplements</multiple></term><term name="supplement" form="short"><single>suppl.</single><multiple>suppls.</multiple></term>
    <term name="volume" form="short"><single>vol.</single><multiple>vols.</multiple></term>
    ${[
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ]
      .map((month, index) => {
        const number = String(index + 1).padStart(2, '0')
        return `<term name="month-${number}">${month}</term><term name="month-${number}" form="short">${month.slice(0, 3)}</term>`
      })
      .join('')}
    <term name="ordinal">th</term><term name="ordinal-01">st</term><term name="ordinal-02">nd</term><term name="ordinal-03">rd</term>
    <term name="ordinal-11">th</term><term name="ordinal-12">th</term><term name="ordinal-13">th</term>
  </terms>
</locale>`

const head = (format: string, className = 'in-text'): string =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="${className}" version="1.0"><info><title>A style of ours</title><id>ours</id><updated>2024-01-01T00:00:00+00:00</updated><category citation-format="${format}"/></info>`

const entry = `<group delimiter=". ">
  <names variable="author"><name initialize-with="" name-as-sort-order="all" sort-separator=" "/></names>
  <text variable="title" font-style="italic"/>
  <date variable="issued"><date-part name="year"/></date>
  <text variable="DOI" prefix="doi:"/>
</group>`

/** Authors and year, told apart by letters, grouped by author. */
export const authorDate = `${head('author-date')}
  <citation disambiguate-add-year-suffix="true" collapse="year" et-al-min="3" et-al-use-first="1">
    <layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=", ">
        <group delimiter=" ">
          <names variable="author"><name form="short" and="symbol"/></names>
          <group><date variable="issued"><date-part name="year"/></date><text variable="year-suffix"/></group>
        </group>
        <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
      </group>
    </layout>
  </citation>
  <bibliography><sort><key variable="author"/><key variable="issued"/></sort>
    <layout suffix=".">
      <group delimiter=". ">
        <names variable="author"><name initialize-with="" name-as-sort-order="all" sort-separator=" "/></names>
        <text variable="title" font-style="italic"/>
        <group><date variable="issued"><date-part name="year"/></date><text variable="year-suffix"/></group>
        <text variable="DOI" prefix="doi:"/>
      </group>
    </layout>
  </bibliography>
</style>`

/** Numbers in square brackets without ranges or locators, the list in the order of its authors. */
export const sortedNumbers = `${head('numeric')}
  <citation><layout prefix="[" suffix="]" delimiter="; "><text variable="citation-number"/></layout></citation>
  <bibliography><sort><key variable="author"/></sort><layout suffix="."><text variable="citation-number" suffix=". "/>${entry}</layout></bibliography>
</style>`

export const notes = `${head('note', 'note')}<citation><layout><text variable="title"/></layout></citation></style>`

export const dependent = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>A journal</title><id>a-journal</id><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/><updated>2024-01-01T00:00:00+00:00</updated></info></style>`
