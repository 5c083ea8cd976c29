/** What the page begins with. */
export const example = `---
title:
  default: Low-dose aspirin
  patient: Aspirin to protect your heart
references:
  - id: atc2009
    type: article-journal
    title: Aspirin in the prevention of vascular disease
    author: [{literal: Antithrombotic Trialists' Collaboration}]
    container-title: Lancet
    issued: 2009
    volume: 373
    page: 1849-1860
  - {id: label, type: pamphlet, title: Aspirin tablets, publisher: The Maker, issued: 2023}
---

::::variants{#dose}
:::clinician
Aspirin 75–100 mg daily lowers the risk of vascular events
in secondary prevention :cite[atc2009; label].
:::
:::student
Aspirin blocks platelet cyclo-oxygenase for as long as the
platelet lives; 75–100 mg daily are enough :cite[atc2009; label].
:::
:::patient
Take one small aspirin (75–100 mg) a day, with food :cite[label].
:::
::::

It may cause :say[bleeding]{clinician="gastrointestinal haemorrhage" student="haemorrhage"} :cite[label].

- :only{for=clinician} Add a proton pump inhibitor where the risk of bleeding is high.
- :only{for=patient} Tell your doctor about black stools.
`
