const head = (format: string): string =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>A style of ours</title><id>ours</id><updated>2024-01-01T00:00:00+00:00</updated><category citation-format="${format}"/></info>`

const entry = `<group delimiter=". ">
  <names variable="author"><name initialize-with="" name-as-sort-order="all" sort-separator=" "/></names>
  <text variable="title" font-style="italic"/>
  <date variable="issued"><date-part name="year"/></date>
  <text variable="DOI" prefix="doi:"/>
</group>`

/** Authors and year, distinguished by letters, grouped by author. */
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
