<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>ActDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Run menu</source>
        <translation>Runmenu</translation>
    </message>
</context>
<context>
    <name>ApiUserStep</name>
    <message>
        <source>Open the form</source>
        <translation>Open het formulier</translation>
    </message>
    <message>
        <source>In Autotask: menu › Admin › Resources (Users), the arrow beside New, then New API User.</source>
        <translation>In Autotask: menu › Admin › Resources (Users), het pijltje naast New, dan New API User.</translation>
    </message>
    <message>
        <source>Fill in General</source>
        <translation>Vul General in</translation>
    </message>
    <message>
        <source>First name, last name, e-mail address and location are free. Security level: API User (system), or a copy of it that may see tickets, ticket notes, companies and time entries, also those that are not billed.</source>
        <translation>Voornaam, achternaam, e-mailadres en locatie zijn vrij. Beveiligingsniveau: API User (system), of een kopie daarvan die tickets, ticketnotities, bedrijven en tijdregistraties mag zien, ook de niet-factureerbare.</translation>
    </message>
    <message>
        <source>Fill in Credentials</source>
        <translation>Vul Credentials in</translation>
    </message>
    <message>
        <source>Generate Key makes the user name, Generate Secret the secret. The secret is shown once: keep the page open until the next step here has accepted it.</source>
        <translation>Generate Key maakt de gebruikersnaam, Generate Secret het secret. Het secret wordt één keer getoond: houd de pagina open tot de volgende stap hier het heeft geaccepteerd.</translation>
    </message>
    <message>
        <source>Choose the API tracking identifier</source>
        <translation>Kies de API tracking identifier</translation>
    </message>
    <message>
        <source>Custom (Internal Integration). Autotask makes the identifier; use this as the internal integration name:</source>
        <translation>Custom (Internal Integration). Autotask maakt de identifier; gebruik dit als naam van de interne integratie:</translation>
    </message>
    <message>
        <source>Save &amp; Close, then come back here</source>
        <translation>Save &amp; Close, en kom dan hier terug</translation>
    </message>
    <message>
        <source>The next steps ask for user name, secret and tracking identifier, and test them.</source>
        <translation>De volgende stappen vragen om gebruikersnaam, secret en tracking-ID, en testen die.</translation>
    </message>
    <message>
        <source>Please make an API user in our Autotask Sandbox:</source>
        <translation>Maak een API-gebruiker aan in onze Autotask Sandbox:</translation>
    </message>
    <message>
        <source>Hand over user name, secret and tracking identifier in person or through the password manager, not by mail.</source>
        <translation>Geef gebruikersnaam, secret en tracking-ID persoonlijk of via de wachtwoordmanager door, niet per mail.</translation>
    </message>
    <message>
        <source>Make an API user in Autotask</source>
        <translation>Maak een API-gebruiker in Autotask</translation>
    </message>
    <message>
        <source>Once, by an Autotask administrator, in the Sandbox first. Leave this window open beside the browser. Without a Sandbox, make it in Production and switch to it under Settings.</source>
        <translation>Eenmalig, door een Autotask-beheerder, eerst in de Sandbox. Laat dit venster open naast de browser. Heb je geen Sandbox, maak hem dan in Productie en schakel daarnaar over onder Instellingen.</translation>
    </message>
    <message>
        <source>Copy these steps as a mail to the administrator</source>
        <translation>Deze stappen als mail aan de beheerder kopiëren</translation>
    </message>
    <message>
        <source>Internal integration name</source>
        <translation>Naam van de interne integratie</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy internal integration name</source>
        <translation>Naam van de interne integratie kopiëren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance and language</source>
        <translation>Uiterlijk en taal</translation>
    </message>
    <message>
        <source>For this computer. Takes effect at once.</source>
        <translation>Voor deze computer. Werkt meteen.</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Systeem volgen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Systeemtaal</translation>
    </message>
    <message>
        <source>Dates and numbers follow it. Tickets stay in English.</source>
        <translation>Datums en getallen volgen de taal. Tickets blijven Engels.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Single keys act on the list of runs</source>
        <translation>Losse toetsen werken op de lijst met runs</translation>
    </message>
    <message>
        <source>C creates a ticket, M marks as reviewed, and so on, while the list has the keyboard. Off: the same acts stay in the menus and on the buttons.</source>
        <translation>C maakt een ticket aan, M markeert als afgehandeld, enzovoort, zolang de lijst het toetsenbord heeft. Uit: dezelfde acties blijven in de menu&apos;s en op de knoppen.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Tell me when long work ends while I look elsewhere</source>
        <translation>Meld het als lang werk klaar is terwijl ik elders kijk</translation>
    </message>
    <message>
        <source>As a notification of the desktop, for work of ten seconds and more.</source>
        <translation>Als melding van het bureaublad, voor werk van tien seconden en langer.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldingen</translation>
    </message>
</context>
<context>
    <name>AttemptBoxes</name>
    <message>
        <source>{number} (id {id}): {why}. This run has {own}. Look at both in Autotask and close the one that is not needed; this line goes once {number} is complete there.</source>
        <translation>{number} (id {id}): {why}. Deze run heeft {own}. Bekijk beide in Autotask en sluit het ticket dat niet nodig is; deze regel verdwijnt zodra {number} daar voltooid is.</translation>
    </message>
    <message>
        <source>{number} (id {id}): {why}. No ticket is created for this run while it is open. Link it if it is this run&apos;s, or close it in Autotask.</source>
        <translation>{number} (id {id}): {why}. Zolang het open is, wordt voor deze run geen ticket aangemaakt. Koppel het als het bij deze run hoort, of sluit het in Autotask.</translation>
    </message>
    <message>
        <source>Link it</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>A second ticket turned up</source>
        <translation>Er dook een tweede ticket op</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopiëren</translation>
    </message>
    <message>
        <source>Open {number} in Autotask</source>
        <translation>{number} openen in Autotask</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Opnieuw lezen</translation>
    </message>
    <message>
        <source>A ticket waits for your decision</source>
        <translation>Een ticket wacht op jouw beslissing</translation>
    </message>
    <message>
        <source>Reading it in Autotask.</source>
        <translation>Het wordt in Autotask gelezen.</translation>
    </message>
    <message>
        <source>Is {number} the ticket of this run?</source>
        <translation>Is {number} het ticket van deze run?</translation>
    </message>
    <message>
        <source>“{title}” · {company} · {status}. It has this run&apos;s very title but not its reference, so only a person can tell. Nothing is created before you decide.</source>
        <translation>“{title}” · {company} · {status}. Het heeft precies de titel van deze run, maar niet het kenmerk, dus alleen een mens kan dit zien. Er wordt niets aangemaakt voordat je beslist.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepteren</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>The offered ticket {id} is gone</source>
        <translation>Het aangeboden ticket {id} is verdwenen</translation>
    </message>
    <message>
        <source>Autotask does not show it any more. It can only be rejected.</source>
        <translation>Autotask toont het niet meer. Je kunt het alleen afwijzen.</translation>
    </message>
    <message>
        <source>The ticket is being created here</source>
        <translation>Het ticket wordt hier aangemaakt</translation>
    </message>
    <message>
        <source>{who} is on it</source>
        <translation>{who} is ermee bezig</translation>
    </message>
    <message>
        <source>The outcome appears here by itself.</source>
        <translation>De uitkomst verschijnt hier vanzelf.</translation>
    </message>
    <message>
        <source>{who} ({where}), since {when}.</source>
        <translation>{who} ({where}), sinds {when}.</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Nu kijken</translation>
    </message>
    <message>
        <source>Link existing ticket</source>
        <translation>Ticket koppelen</translation>
    </message>
    <message>
        <source>An attempt was left over</source>
        <translation>Er bleef een poging achter</translation>
    </message>
    <message>
        <source>Nothing was sent. The next look frees the run.</source>
        <translation>Er is niets verstuurd. De volgende keer kijken geeft de run vrij.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether Autotask created the ticket. Do not create it by hand: it is looked for, the next time within 20 s.</source>
        <translation>Nog niemand weet of Autotask het ticket heeft aangemaakt. Maak het niet met de hand aan: het wordt gezocht, de volgende keer binnen 20 s.</translation>
    </message>
    <message>
        <source>Waiting for the outcome</source>
        <translation>Wacht op de uitkomst</translation>
    </message>
    <message>
        <source>No look has succeeded so far.</source>
        <translation>Nog geen zoekactie is gelukt.</translation>
    </message>
    <message>
        <source>Looked {n} times and not found, last {when}.</source>
        <translation>{n} keer gezocht en niet gevonden, het laatst {when}.</translation>
    </message>
    <message>
        <source>Looked once and not found, {when}.</source>
        <translation>Eén keer gezocht en niet gevonden, {when}.</translation>
    </message>
    <message>
        <source>If three looks find nothing, the last after {when}, the run is free again.</source>
        <translation>Als drie zoekacties niets vinden, de laatste na {when}, is de run weer vrij.</translation>
    </message>
    <message>
        <source>{who} left an attempt behind</source>
        <translation>{who} liet een poging achter</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Er is niets verstuurd.</translation>
    </message>
    <message>
        <source>Nobody knows whether Autotask created the ticket.</source>
        <translation>Niemand weet of Autotask het ticket heeft aangemaakt.</translation>
    </message>
    <message>
        <source>That workstation no longer answers.</source>
        <translation>Dat werkstation antwoordt niet meer.</translation>
    </message>
    <message>
        <source>Take it over, and it is looked for and decided from here.</source>
        <translation>Neem de poging over, dan wordt er vanaf hier gezocht en beslist.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>It may still arrive; it can be taken over from {when}.</source>
        <translation>Het kan nog aankomen; overnemen kan vanaf {when}.</translation>
    </message>
    <message>
        <source>The former attempt may still arrive</source>
        <translation>De eerdere poging kan nog aankomen</translation>
    </message>
    <message>
        <source>The run was linked while nobody knew whether its own ticket exists. It is looked for until {when}; if it turns up, it is shown here as a second one.</source>
        <translation>De run is gekoppeld terwijl niemand wist of zijn eigen ticket bestaat. Er wordt naar gezocht tot {when}; als het opduikt, verschijnt het hier als tweede ticket.</translation>
    </message>
</context>
<context>
    <name>AttemptPresenter</name>
    <message>
        <source>Looking for the ticket in Autotask</source>
        <translation>Ticket zoeken in Autotask</translation>
    </message>
    <message>
        <source>Is this not the ticket of this run?</source>
        <translation>Is dit niet het ticket van deze run?</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>geaccepteerd</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>overgenomen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>afgewezen</translation>
    </message>
    <message>
        <source>Ticket {number} {did} for {run}.</source>
        <translation>Ticket {number} {did} voor {run}.</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Entry</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>Database user</source>
        <translation>Databasegebruiker</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Werkstation</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Omgeving</translation>
    </message>
    <message>
        <source>Correlation id</source>
        <translation>Correlatie-ID</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Auditlog</translation>
    </message>
    <message>
        <source>Every act that changed something. Entries are never changed or deleted.</source>
        <translation>Elke actie die iets veranderde. Regels worden nooit gewijzigd of verwijderd.</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Regels van de auditlog</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Oudere tonen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>Alle acties</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Elk moment</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Laatste 24 uur</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Laatste 7 dagen</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Laatste 30 dagen</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>Laatste 365 dagen</translation>
    </message>
    <message>
        <source>Object, such as run 48213</source>
        <translation>Object, zoals run 48213</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Controleren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>Geen regel past.</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Niet getoond</translation>
    </message>
</context>
<context>
    <name>AuditPresenter</name>
    <message>
        <source>Only an admin reads the audit log; you act as {role}.</source>
        <translation>Alleen een admin leest de auditlog; jouw rol is {role}.</translation>
    </message>
    <message>
        <source>{n} entries, more are older</source>
        <translation>{n} regels, er zijn oudere</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} regels</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 regel</translation>
    </message>
    <message>
        <source>The entries are being checked.</source>
        <translation>De regels worden gecontroleerd.</translation>
    </message>
    <message>
        <source>The chain is unbroken</source>
        <translation>De keten is ongebroken</translation>
    </message>
    <message>
        <source>The chain is broken</source>
        <translation>De keten is gebroken</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Auditlog exporteren</translation>
    </message>
    <message>
        <source>The entries are being exported.</source>
        <translation>De regels worden geëxporteerd.</translation>
    </message>
    <message>
        <source>{n} entries were exported to {file}.</source>
        <translation>{n} regels geëxporteerd naar {file}.</translation>
    </message>
</context>
<context>
    <name>AutotaskPage</name>
    <message>
        <source>Extensions &amp; Integrations › Autotask</source>
        <translation>Uitbreidingen en integraties › Autotask</translation>
    </message>
    <message>
        <source>Off: not one call is made and manual ticket numbers return.</source>
        <translation>Uit: er gaat geen enkele aanroep uit en ticketnummers typ je weer met de hand.</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integratie</translation>
    </message>
    <message>
        <source>Each environment has its own user, secret and tracking identifier. Production asks for a confirmation.</source>
        <translation>Elke omgeving heeft een eigen gebruiker, secret en tracking-ID. Productie vraagt om een bevestiging.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Vast</translation>
    </message>
    <message>
        <source>Address of the zone</source>
        <translation>Adres van de zone</translation>
    </message>
    <message>
        <source>Tickets link to the Job Details page under this address.</source>
        <translation>Tickets verwijzen naar de pagina Job Details onder dit adres.</translation>
    </message>
    <message>
        <source>Take over its settings</source>
        <translation>Instellingen overnemen</translation>
    </message>
    <message>
        <source>Fills in what the web application holds of Autotask, secrets aside. Nothing is saved before you do.</source>
        <translation>Vult in wat de webapplicatie van Autotask weet, behalve secrets. Er wordt niets opgeslagen voordat jij dat doet.</translation>
    </message>
    <message>
        <source>Web application</source>
        <translation>Webapplicatie</translation>
    </message>
    <message>
        <source>Its own ticket and mapping columns belong to this environment.</source>
        <translation>De eigen ticket- en koppelkolommen van de webapplicatie horen bij deze omgeving.</translation>
    </message>
    <message>
        <source>{place} stands for the number of the job.</source>
        <translation>{place} staat voor het nummer van de taak.</translation>
    </message>
    <message>
        <source>Tickets tell times in this zone.</source>
        <translation>Tickets noemen tijden in deze zone.</translation>
    </message>
    <message>
        <source>The zone in which Backupchecks stores its times, UTC as a rule.</source>
        <translation>De zone waarin Backupchecks tijden bewaart, meestal UTC.</translation>
    </message>
    <message>
        <source>Autotask tells the zone of the API user.</source>
        <translation>Autotask kent de zone van de API-gebruiker.</translation>
    </message>
    <message>
        <source>Saved in this computer&apos;s keyring. It is never shown again.</source>
        <translation>Bewaard in de sleutelbos van deze computer. Het wordt nooit meer getoond.</translation>
    </message>
    <message>
        <source>Goes to this computer&apos;s keyring when you save.</source>
        <translation>Gaat naar de sleutelbos van deze computer zodra je opslaat.</translation>
    </message>
    <message>
        <source>Not stored on this computer.</source>
        <translation>Niet bewaard op deze computer.</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fout</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Waarschuwing</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Gemist</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Geslaagd</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Override</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Hernoemd</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ontbreekt</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Ongeldig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Voltooid</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Bezig…</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handmatig</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Lijkt</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Geen match</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Bezet</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactief</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>running</source>
        <translation>bezig</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>komt nog</translation>
    </message>
    <message>
        <source>look here</source>
        <translation>let op</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>mislukt</translation>
    </message>
    <message>
        <source>Success (override)</source>
        <translation>Geslaagd (override)</translation>
    </message>
</context>
<context>
    <name>ChangeFields</name>
    <message>
        <source>Queue</source>
        <translation>Wachtrij</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioriteit</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vervaldatum</translation>
    </message>
</context>
<context>
    <name>ChecklistLine</name>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
</context>
<context>
    <name>CompanyList</name>
    <message>
        <source>Mapped to {customer}</source>
        <translation>Gekoppeld aan {customer}</translation>
    </message>
    <message>
        <source>Similar {n}%</source>
        <translation>Lijkt {n}%</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Bedrijven</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>on</source>
        <translation>aan</translation>
    </message>
    <message>
        <source>off</source>
        <translation>uit</translation>
    </message>
    <message>
        <source>do not ticket</source>
        <translation>geen ticket</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>niets gekozen</translation>
    </message>
    <message>
        <source>after {n} hours</source>
        <translation>na {n} uur</translation>
    </message>
    <message>
        <source>{n} working days, {at}</source>
        <translation>{n} werkdagen, {at}</translation>
    </message>
</context>
<context>
    <name>ConnectionPresenter</name>
    <message>
        <source>The connection is being tested.</source>
        <translation>De verbinding wordt getest.</translation>
    </message>
    <message>
        <source>The picklists are being read.</source>
        <translation>De keuzelijsten worden gelezen.</translation>
    </message>
    <message>
        <source>The settings are being read.</source>
        <translation>De instellingen worden gelezen.</translation>
    </message>
    <message>
        <source>Tick Enable Autotask integration first: without it not one call is made.</source>
        <translation>Vink eerst Autotask-integratie inschakelen aan: zonder dat gaat er geen enkele aanroep uit.</translation>
    </message>
    <message>
        <source>Only an admin reads the picklists for everyone.</source>
        <translation>Alleen een admin leest de keuzelijsten voor iedereen.</translation>
    </message>
    <message>
        <source>Save the settings first. Until then Test connection reads the picklists.</source>
        <translation>Sla eerst de instellingen op. Tot dan leest Verbinding testen de keuzelijsten.</translation>
    </message>
    <message>
        <source>Step {n} of {total}</source>
        <translation>Stap {n} van {total}</translation>
    </message>
    <message>
        <source>The connection to {environment} works.</source>
        <translation>De verbinding met {environment} werkt.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>The connection to {environment} failed at: {lines}.</source>
        <translation>De verbinding met {environment} mislukte bij: {lines}.</translation>
    </message>
    <message>
        <source>All passed</source>
        <translation>Alles in orde</translation>
    </message>
    <message>
        <source>Works, {n} to look at</source>
        <translation>Werkt, {n} aandachtspunten</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Geannuleerd</translation>
    </message>
    <message>
        <source>Is Autotask database {id} ({short}) your {environment}?</source>
        <translation>Is Autotask-database {id} ({short}) jullie {environment}?</translation>
    </message>
    <message>
        <source>The test reached Autotask database {id} in zone {zone}. From then on {environment} means this database, for everyone; another one is refused.</source>
        <translation>De test bereikte Autotask-database {id} in zone {zone}. Vanaf nu betekent {environment} deze database, voor iedereen; een andere wordt geweigerd.</translation>
    </message>
    <message>
        <source>It is our {environment}</source>
        <translation>Dit is onze {environment}</translation>
    </message>
    <message>
        <source>Reference data refreshed.</source>
        <translation>Referentiedata vernieuwd.</translation>
    </message>
</context>
<context>
    <name>ConnectionSide</name>
    <message>
        <source>Test connection</source>
        <translation>Verbinding testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Refresh reference data</source>
        <translation>Referentiedata vernieuwen</translation>
    </message>
    <message>
        <source>Validate configuration</source>
        <translation>Configuratie checken</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Rapport kopiëren</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>Nog niet getest</translation>
    </message>
    <message>
        <source>The test reads, and says what would stop a ticket.</source>
        <translation>De test leest, en zegt wat een ticket zou tegenhouden.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbinding</translation>
    </message>
    <message>
        <source>Uses the values of the form, saved or not. Only reads.</source>
        <translation>Gebruikt de waarden van het formulier, opgeslagen of niet. Leest alleen.</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>What this user may do</source>
        <translation>Wat deze gebruiker mag</translation>
    </message>
</context>
<context>
    <name>Consequence</name>
    <message>
        <source>Choose a company in the list first.</source>
        <translation>Kies eerst een bedrijf in de lijst.</translation>
    </message>
    <message>
        <source>{company} ({id}) is inactive in Autotask. Activate it there, or map another company.</source>
        <translation>{company} ({id}) is inactief in Autotask. Activeer het daar, of koppel een ander bedrijf.</translation>
    </message>
    <message>
        <source>{company} ({id}) is already mapped to {customer}. One company belongs to one customer: clear that mapping first.</source>
        <translation>{company} ({id}) is al gekoppeld aan {customer}. Eén bedrijf hoort bij één klant: wis eerst die koppeling.</translation>
    </message>
    <message>
        <source>{company} ({id}) is the company of this customer.</source>
        <translation>{company} ({id}) is het bedrijf van deze klant.</translation>
    </message>
    <message>
        <source>Choose the company that {customer} is in Autotask.</source>
        <translation>Kies het bedrijf dat {customer} is in Autotask.</translation>
    </message>
    <message>
        <source>Set mapping will store company {company} for {customer}.</source>
        <translation>Koppelen legt bedrijf {company} vast voor {customer}.</translation>
    </message>
    <message>
        <source>The customer keeps its name. Runs can get tickets from then on. The act is written to the audit log with your name.</source>
        <translation>De klant houdt zijn naam. Runs kunnen voortaan tickets krijgen. De actie komt met jouw naam in de auditlog.</translation>
    </message>
    <message>
        <source>It takes the place of {company}.</source>
        <translation>Het komt in de plaats van {company}.</translation>
    </message>
    <message>
        <source>Similar {n}%:</source>
        <translation>Lijkt {n}%:</translation>
    </message>
    <message>
        <source>spelled alike, but no word is the same.</source>
        <translation>lijkt qua spelling, maar geen woord is gelijk.</translation>
    </message>
    <message>
        <source>both say “{words}”</source>
        <translation>beide noemen “{words}”</translation>
    </message>
    <message>
        <source>only here “{words}”</source>
        <translation>alleen hier “{words}”</translation>
    </message>
    <message>
        <source>only in Autotask “{words}”</source>
        <translation>alleen in Autotask “{words}”</translation>
    </message>
</context>
<context>
    <name>CreateBlocked</name>
    <message>
        <source>Open mapping</source>
        <translation>Koppeling openen</translation>
    </message>
    <message>
        <source>Open ticket defaults</source>
        <translation>Ticketstandaarden openen</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Instellingen openen</translation>
    </message>
    <message>
        <source>Show ticket</source>
        <translation>Ticket tonen</translation>
    </message>
    <message>
        <source>1 thing to mend first</source>
        <translation>Eerst 1 punt in orde maken</translation>
    </message>
    <message>
        <source>{n} things to mend first</source>
        <translation>Eerst {n} punten in orde maken</translation>
    </message>
</context>
<context>
    <name>CreateDialog</name>
    <message>
        <source>Create Autotask ticket</source>
        <translation>Autotask-ticket maken</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Aanvraag</translation>
    </message>
    <message>
        <source>Reading what would be sent</source>
        <translation>Wat verstuurd zou worden, wordt gelezen</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>Aanvraag tonen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Not before everything was read.</source>
        <translation>Pas als alles gelezen is.</translation>
    </message>
    <message>
        <source>This changed meanwhile</source>
        <translation>Dit is intussen veranderd</translation>
    </message>
    <message>
        <source>What Autotask offers could not be read</source>
        <translation>Wat Autotask aanbiedt, kon niet worden gelezen</translation>
    </message>
    <message>
        <source>This is exactly what will be sent</source>
        <translation>Precies dit wordt verstuurd</translation>
    </message>
    <message>
        <source>An earlier attempt was not found in Autotask</source>
        <translation>Een eerdere poging is niet gevonden in Autotask</translation>
    </message>
    <message>
        <source>This job already has an open ticket: {ticket}</source>
        <translation>Deze taak heeft al een open ticket: {ticket}</translation>
    </message>
    <message>
        <source>It belongs to another run. Create one more only for another problem.</source>
        <translation>Het hoort bij een andere run. Maak er alleen nog een aan voor een ander probleem.</translation>
    </message>
    <message>
        <source>Link it instead</source>
        <translation>In plaats daarvan koppelen</translation>
    </message>
    <message>
        <source>This run cannot get a ticket yet</source>
        <translation>Deze run kan nog geen ticket krijgen</translation>
    </message>
    <message>
        <source>Blocked by 1 problem</source>
        <translation>1 probleem houdt dit tegen</translation>
    </message>
    <message>
        <source>Blocked by {n} problems</source>
        <translation>{n} problemen houden dit tegen</translation>
    </message>
    <message>
        <source>What would be sent could not be read</source>
        <translation>Wat verstuurd zou worden, kon niet worden gelezen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopiëren</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Er is niets om te versturen.</translation>
    </message>
    <message>
        <source>This ticket goes to the live environment. It will be real.</source>
        <translation>Dit ticket gaat naar de live-omgeving. Het is echt.</translation>
    </message>
    <message>
        <source>This ticket goes to the test environment.</source>
        <translation>Dit ticket gaat naar de testomgeving.</translation>
    </message>
    <message>
        <source>Database {id}</source>
        <translation>Database {id}</translation>
    </message>
    <message>
        <source>Mapping OK</source>
        <translation>Koppeling OK</translation>
    </message>
    <message>
        <source>No ticket for this run yet</source>
        <translation>Nog geen ticket voor deze run</translation>
    </message>
    <message>
        <source>Defaults still offered by Autotask</source>
        <translation>Standaarden nog aangeboden door Autotask</translation>
    </message>
    <message>
        <source>One ticket per run, ever</source>
        <translation>Eén ticket per run, altijd</translation>
    </message>
    <message>
        <source>Show preview</source>
        <translation>Voorbeeld tonen</translation>
    </message>
</context>
<context>
    <name>CreateFields</name>
    <message>
        <source>Choose one</source>
        <translation>Kies er een</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wachtrij</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioriteit</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Issue type</source>
        <translation>Probleemtype</translation>
    </message>
    <message>
        <source>Sub-issue type</source>
        <translation>Subprobleemtype</translation>
    </message>
    <message>
        <source>Work type</source>
        <translation>Werktype</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contactpersoon</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vervaldatum</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>Extern ID</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Bedrijf</translation>
    </message>
    <message>
        <source>Not mapped</source>
        <translation>Niet gekoppeld</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>Niet gekozen</translation>
    </message>
    <message>
        <source>{name}, not offered</source>
        <translation>{name}, niet aangeboden</translation>
    </message>
</context>
<context>
    <name>CreatePresenter</name>
    <message>
        <source>Creating the ticket for {run}</source>
        <translation>Ticket aanmaken voor {run}</translation>
    </message>
    <message>
        <source>Ticket {number} found for {run}: an earlier attempt had made it. No second one was created.</source>
        <translation>Ticket {number} gevonden voor {run}: een eerdere poging had het al gemaakt. Er is geen tweede aangemaakt.</translation>
    </message>
    <message>
        <source>Ticket {number} created for {run}</source>
        <translation>Ticket {number} aangemaakt voor {run}</translation>
    </message>
    <message>
        <source>Ticket id {id} created for {run}. Its number is read next.</source>
        <translation>Ticket-ID {id} aangemaakt voor {run}. Het nummer wordt nu gelezen.</translation>
    </message>
    <message>
        <source>Is this Autotask new and empty?</source>
        <translation>Is deze Autotask nieuw en leeg?</translation>
    </message>
    <message>
        <source>It is new and empty</source>
        <translation>Hij is nieuw en leeg</translation>
    </message>
</context>
<context>
    <name>CurrentCompany</name>
    <message>
        <source>Autotask company</source>
        <translation>Bedrijf in Autotask</translation>
    </message>
    <message>
        <source>was {name}</source>
        <translation>was {name}</translation>
    </message>
    <message>
        <source>Asking Autotask…</source>
        <translation>Autotask wordt gevraagd…</translation>
    </message>
    <message>
        <source>Autotask shows no such company.</source>
        <translation>Autotask toont zo&apos;n bedrijf niet.</translation>
    </message>
    <message>
        <source>active</source>
        <translation>actief</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactief</translation>
    </message>
    <message>
        <source>last activity {when}</source>
        <translation>laatste activiteit {when}</translation>
    </message>
    <message>
        <source>part of {company}</source>
        <translation>onderdeel van {company}</translation>
    </message>
    <message>
        <source>Never refreshed</source>
        <translation>Nooit vernieuwd</translation>
    </message>
    <message>
        <source>Refreshed {when}</source>
        <translation>Vernieuwd {when}</translation>
    </message>
    <message>
        <source>Autotask renamed this company. The mapping stays as it is, and the customer keeps its name. Acknowledge the rename once you know it.</source>
        <translation>Autotask heeft dit bedrijf hernoemd. De koppeling blijft zoals ze is, en de klant houdt zijn naam. Bevestig de nieuwe naam zodra je hem kent.</translation>
    </message>
    <message>
        <source>{first} and {second} both claim {company} ({id}), so neither gets tickets. Clear the mapping of the one that it does not belong to.</source>
        <translation>{first} en {second} claimen allebei {company} ({id}), dus geen van beide krijgt tickets. Wis de koppeling van de klant waar het niet bij hoort.</translation>
    </message>
    <message>
        <source>{company} ({id}) cannot be used: {reason}. Put it right in Autotask, or map another company.</source>
        <translation>{company} ({id}) is niet bruikbaar: {reason}. Maak het in orde in Autotask, of koppel een ander bedrijf.</translation>
    </message>
    <message>
        <source>the web application marked it so</source>
        <translation>de webapplicatie heeft het zo gemarkeerd</translation>
    </message>
</context>
<context>
    <name>CustomerActs</name>
    <message>
        <source>Find company</source>
        <translation>Bedrijf zoeken</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Vernieuwen</translation>
    </message>
    <message>
        <source>Clear mapping</source>
        <translation>Koppeling wissen</translation>
    </message>
    <message>
        <source>Copy customer name</source>
        <translation>Klantnaam kopiëren</translation>
    </message>
    <message>
        <source>Copy company id</source>
        <translation>Bedrijfs-ID kopiëren</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Rij kopiëren</translation>
    </message>
    <message>
        <source>Select a customer whose company was renamed.</source>
        <translation>Selecteer een klant waarvan het bedrijf hernoemd is.</translation>
    </message>
    <message>
        <source>The company of {customer} was not renamed.</source>
        <translation>Het bedrijf van {customer} is niet hernoemd.</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Search companies by name or id</source>
        <translation>Bedrijven zoeken op naam of id</translation>
    </message>
    <message>
        <source>Set mapping</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>Clear mapping</source>
        <translation>Koppeling wissen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Vernieuwen</translation>
    </message>
    <message>
        <source>No customer selected</source>
        <translation>Geen klant geselecteerd</translation>
    </message>
    <message>
        <source>Its company in Autotask, and the search for one, appear here.</source>
        <translation>Het bedrijf in Autotask, en het zoeken ernaar, verschijnen hier.</translation>
    </message>
    <message>
        <source>Customer details</source>
        <translation>Klantdetails</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Bedrijf</translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation>Open tickets</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Bedrijven</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Customer {id}</source>
        <translation>Klant {id}</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 taak</translation>
    </message>
    <message>
        <source>{n} jobs</source>
        <translation>{n} taken</translation>
    </message>
    <message>
        <source>last run {when}</source>
        <translation>laatste run {when}</translation>
    </message>
    <message>
        <source>1 run is waiting for a ticket</source>
        <translation>1 run wacht op een ticket</translation>
    </message>
    <message>
        <source>{n} runs are waiting for a ticket</source>
        <translation>{n} runs wachten op een ticket</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>niet actief</translation>
    </message>
    <message>
        <source>Searching Autotask…</source>
        <translation>Zoeken in Autotask…</translation>
    </message>
    <message>
        <source>1 suggestion, list of {age}</source>
        <translation>1 suggestie, lijst van {age}</translation>
    </message>
    <message>
        <source>{n} suggestions, list of {age}</source>
        <translation>{n} suggesties, lijst van {age}</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>1 gevonden</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} gevonden</translation>
    </message>
    <message>
        <source>names from Autotask, live</source>
        <translation>namen uit Autotask, live</translation>
    </message>
    <message>
        <source>No company matches &apos;{text}&apos;</source>
        <translation>Geen bedrijf past bij &apos;{text}&apos;</translation>
    </message>
    <message>
        <source>Try a shorter part of the name, or the company id.</source>
        <translation>Probeer een korter deel van de naam, of het bedrijfs-ID.</translation>
    </message>
    <message>
        <source>No company is mapped.</source>
        <translation>Er is geen bedrijf gekoppeld.</translation>
    </message>
</context>
<context>
    <name>CustomersPresenter</name>
    <message>
        <source>Autotask is off. Turn it on in Settings.</source>
        <translation>Autotask staat uit. Zet het aan in Instellingen.</translation>
    </message>
</context>
<context>
    <name>CustomersTab</name>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actief</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Autotask company</source>
        <translation>Bedrijf in Autotask</translation>
    </message>
    <message>
        <source>Company id</source>
        <translation>Bedrijfs-ID</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Koppeling</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Laatst vernieuwd</translation>
    </message>
    <message>
        <source>Not mapped</source>
        <translation>Niet gekoppeld</translation>
    </message>
    <message>
        <source>{company} (claimed by two customers)</source>
        <translation>{company} (geclaimd door twee klanten)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nooit</translation>
    </message>
    <message>
        <source>{first} and {second} both claim it</source>
        <translation>{first} en {second} claimen het allebei</translation>
    </message>
    <message>
        <source>was {name}</source>
        <translation>was {name}</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Klanten zoeken</translation>
    </message>
    <message>
        <source>Refresh all mappings</source>
        <translation>Alle koppelingen vernieuwen</translation>
    </message>
    <message>
        <source>Acknowledge rename</source>
        <translation>Naam bevestigen</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSV importeren…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exporteren…</translation>
    </message>
    <message>
        <source>Acknowledge all {n} renames</source>
        <translation>Alle {n} nieuwe namen bevestigen</translation>
    </message>
    <message>
        <source>Review exact matches</source>
        <translation>Exacte matches bekijken</translation>
    </message>
    <message>
        <source>No customer matches &apos;{text}&apos;</source>
        <translation>Geen klant past bij &apos;{text}&apos;</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Zoeken wissen</translation>
    </message>
    <message>
        <source>No customer stands at {status}</source>
        <translation>Geen klant heeft de status {status}</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>Alle klanten tonen</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Nog geen klanten</translation>
    </message>
    <message>
        <source>Backupchecks holds none in this database. See Settings, Database.</source>
        <translation>Backupchecks heeft er geen in deze database. Zie Instellingen, Database.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Klanten</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ontbreekt</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Ongeldig</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Hernoemd</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>DatabasePage</name>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Wat er gevonden is</translation>
    </message>
    <message>
        <source>The tables of Backupchecks are read as they are and never altered. The workspace id is part of the names under which this computer&apos;s keyring keeps the secrets.</source>
        <translation>De tabellen van Backupchecks worden gelezen zoals ze zijn en nooit gewijzigd. Het werkruimte-ID is deel van de namen waaronder de sleutelbos van deze computer de secrets bewaart.</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Opnieuw verbinden</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In gebruik</translation>
    </message>
    <message>
        <source>Remove the sample data</source>
        <translation>Voorbeeldgegevens verwijderen</translation>
    </message>
    <message>
        <source>Ends the sample and deletes its folder; nothing else is touched.</source>
        <translation>Beëindigt het voorbeeld en verwijdert de map ervan; verder wordt niets aangeraakt.</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>Voorbeeldgegevens</translation>
    </message>
    <message>
        <source>Database password</source>
        <translation>Databasewachtwoord</translation>
    </message>
    <message>
        <source>Keep password</source>
        <translation>Wachtwoord bewaren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Without a password. A file is written sqlite:///folder/file.sqlite.</source>
        <translation>Zonder wachtwoord. Een bestand schrijf je als sqlite:///map/bestand.sqlite.</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Ander adres</translation>
    </message>
    <message>
        <source>Password of that database</source>
        <translation>Wachtwoord van die database</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>Wachtwoord daarvan</translation>
    </message>
    <message>
        <source>Test database</source>
        <translation>Database testen</translation>
    </message>
    <message>
        <source>Use this database</source>
        <translation>Deze database gebruiken</translation>
    </message>
    <message>
        <source>Use another name…</source>
        <translation>Andere naam gebruiken…</translation>
    </message>
    <message>
        <source>Show fewer columns</source>
        <translation>Minder kolommen tonen</translation>
    </message>
    <message>
        <source>Show every column</source>
        <translation>Alle kolommen tonen</translation>
    </message>
    <message>
        <source>Saved in this computer&apos;s keyring. It is never shown again.</source>
        <translation>Bewaard in de sleutelbos van deze computer. Het wordt nooit meer getoond.</translation>
    </message>
    <message>
        <source>Not kept: the application asks for it at each start.</source>
        <translation>Niet bewaard: de applicatie vraagt er bij elke start om.</translation>
    </message>
</context>
<context>
    <name>DatabasePresenter</name>
    <message>
        <source>The password is kept on this computer.</source>
        <translation>Het wachtwoord wordt op deze computer bewaard.</translation>
    </message>
    <message>
        <source>Forget the database password?</source>
        <translation>Databasewachtwoord vergeten?</translation>
    </message>
    <message>
        <source>The work goes on; the next start of the application asks for it.</source>
        <translation>Het werk gaat door; bij de volgende start vraagt de applicatie erom.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergeten</translation>
    </message>
    <message>
        <source>This computer has forgotten it.</source>
        <translation>Deze computer is het vergeten.</translation>
    </message>
    <message>
        <source>Remove the sample data?</source>
        <translation>Voorbeeldgegevens verwijderen?</translation>
    </message>
    <message>
        <source>The sample database and the small Autotask are deleted, with all that you tried in them. The application starts again without them.</source>
        <translation>De voorbeelddatabase en de kleine Autotask worden verwijderd, met alles wat je erin hebt geprobeerd. De applicatie start opnieuw zonder.</translation>
    </message>
    <message>
        <source>Remove the sample data</source>
        <translation>Voorbeeldgegevens verwijderen</translation>
    </message>
    <message>
        <source>The database is being looked at.</source>
        <translation>De database wordt bekeken.</translation>
    </message>
    <message>
        <source>Looking at the database…</source>
        <translation>Database bekijken…</translation>
    </message>
    <message>
        <source>Test it first.</source>
        <translation>Test hem eerst.</translation>
    </message>
    <message>
        <source>It holds nothing of Backupchecks.</source>
        <translation>Er staat niets van Backupchecks in.</translation>
    </message>
    <message>
        <source>The application starts again with {label}. Settings, mappings and tickets live in the database, so you will see those of that one.</source>
        <translation>De applicatie start opnieuw met {label}. Instellingen, koppelingen en tickets staan in de database, dus je ziet straks die van die database.</translation>
    </message>
    <message>
        <source>Use this database</source>
        <translation>Deze database gebruiken</translation>
    </message>
    <message>
        <source>Use another database?</source>
        <translation>Andere database gebruiken?</translation>
    </message>
</context>
<context>
    <name>DatabaseReport</name>
    <message>
        <source>Workspace id</source>
        <translation>Werkruimte-ID</translation>
    </message>
    <message>
        <source>Looked for {names}.</source>
        <translation>Gezocht naar {names}.</translation>
    </message>
    <message>
        <source>Looked for {names} alone, as an admin said.</source>
        <translation>Alleen naar {names} gezocht, zoals een admin zei.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>niet gevonden</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>mag niet worden gelezen</translation>
    </message>
    <message>
        <source>found as {name}</source>
        <translation>gevonden als {name}</translation>
    </message>
    <message>
        <source>found as {name}, as an admin said</source>
        <translation>gevonden als {name}, zoals een admin zei</translation>
    </message>
</context>
<context>
    <name>DatabaseStep</name>
    <message>
        <source>Where is the Backupchecks database?</source>
        <translation>Waar is de database van Backupchecks?</translation>
    </message>
    <message>
        <source>A PostgreSQL server that the team shares, or a file. Whoever runs Backupchecks knows the address. The test only looks.</source>
        <translation>Een PostgreSQL-server die het team deelt, of een bestand. Wie Backupchecks beheert, kent het adres. De test kijkt alleen.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Test database</source>
        <translation>Database testen</translation>
    </message>
    <message>
        <source>Without a password. A file is written sqlite:///folder/file.sqlite.</source>
        <translation>Zonder wachtwoord. Een bestand schrijf je als sqlite:///map/bestand.sqlite.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Goes to this computer&apos;s keyring once the database accepted it.</source>
        <translation>Gaat naar de sleutelbos van deze computer zodra de database het heeft geaccepteerd.</translation>
    </message>
    <message>
        <source>Begin with an empty file in this profile</source>
        <translation>Beginnen met een leeg bestand in dit profiel</translation>
    </message>
</context>
<context>
    <name>DatabaseWords</name>
    <message>
        <source>{label} holds nothing of Backupchecks</source>
        <translation>{label} bevat niets van Backupchecks</translation>
    </message>
    <message>
        <source>Check the name of the database at the end of the address.</source>
        <translation>Controleer de naam van de database aan het eind van het adres.</translation>
    </message>
    <message>
        <source>{label}: {n} tables of Backupchecks found</source>
        <translation>{label}: {n} tabellen van Backupchecks gevonden</translation>
    </message>
    <message>
        <source>Not found or not readable: {names}.</source>
        <translation>Niet gevonden of niet leesbaar: {names}.</translation>
    </message>
    <message>
        <source>Everything that is looked for is there.</source>
        <translation>Alles waarnaar gezocht is, is er.</translation>
    </message>
    <message>
        <source>The tables of this application are not in it yet; the next start offers to add them.</source>
        <translation>De tabellen van deze applicatie staan er nog niet in; bij de volgende start wordt aangeboden ze toe te voegen.</translation>
    </message>
</context>
<context>
    <name>DefaultsPage</name>
    <message>
        <source>Ticket defaults</source>
        <translation>Ticketstandaarden</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Autotask&apos;s own default</source>
        <translation>Standaard van Autotask zelf</translation>
    </message>
    <message>
        <source>Only for categories that require them. Read before each preview.</source>
        <translation>Alleen voor categorieën die ze vereisen. Wordt voor elk voorbeeld gelezen.</translation>
    </message>
    <message>
        <source>Of the company</source>
        <translation>Van het bedrijf</translation>
    </message>
    <message>
        <source>Saturday and Sunday do not count. A moment less than 15 minutes ahead moves to the next working day.</source>
        <translation>Zaterdag en zondag tellen niet mee. Een moment binnen 15 minuten schuift naar de volgende werkdag.</translation>
    </message>
    <message>
        <source>at most, then &quot;And n more&quot;</source>
        <translation>hoogstens, daarna &quot;And n more&quot;</translation>
    </message>
    <message>
        <source>Some categories require further fields; Autotask says which.</source>
        <translation>Sommige categorieën vereisen meer velden; Autotask zegt welke.</translation>
    </message>
    <message>
        <source>What is left empty here, this category fills in: {words}.</source>
        <translation>Wat hier leeg blijft, vult deze categorie in: {words}.</translation>
    </message>
    <message>
        <source>Choices come from Autotask and were not read yet: test the connection.</source>
        <translation>De keuzes komen uit Autotask en zijn nog niet gelezen: test de verbinding.</translation>
    </message>
    <message>
        <source>Choices come from Autotask, read {when}. Ids are stored, names are shown.</source>
        <translation>De keuzes komen uit Autotask, gelezen {when}. Id&apos;s worden bewaard, namen getoond.</translation>
    </message>
</context>
<context>
    <name>Domain</name>
    <message>
        <source> and {more} more</source>
        <translation> en nog {more}</translation>
    </message>
    <message>
        <source> by {name}</source>
        <translation> door {name}</translation>
    </message>
    <message>
        <source>&quot;{known}&quot; does not belong to &quot;{issue}&quot;. Choose one that does.</source>
        <translation>&quot;{known}&quot; hoort niet bij &quot;{issue}&quot;. Kies er een die dat wel doet.</translation>
    </message>
    <message>
        <source>&quot;{known}&quot; shows notes to customers. Choose the internal value.</source>
        <translation>&quot;{known}&quot; toont notities aan klanten. Kies de interne waarde.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is neither postgresql nor sqlite</source>
        <translation>&quot;{name}&quot; is geen postgresql en geen sqlite</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is no plain name: letters, digits and underscores only.</source>
        <translation>&quot;{name}&quot; is geen gewone naam: alleen letters, cijfers en lage streepjes.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not in the database, or holds something of another kind.</source>
        <translation>&quot;{name}&quot; staat niet in de database, of bevat iets van een andere soort.</translation>
    </message>
    <message>
        <source>&quot;{zone}&quot; is no time zone. Choose one from the list.</source>
        <translation>&quot;{zone}&quot; is geen tijdzone. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>, {when}</source>
        <translation>, {when}</translation>
    </message>
    <message>
        <source>1 time entry is</source>
        <translation>1 tijdregistratie staat</translation>
    </message>
    <message>
        <source>A full update changes nothing else</source>
        <translation>Een volledige update verandert niets anders</translation>
    </message>
    <message>
        <source>A missed run is known by its status alone.</source>
        <translation>Een gemiste run is alleen aan de status te herkennen.</translation>
    </message>
    <message>
        <source>A second ticket is shown until it is closed in Autotask. It is no link.</source>
        <translation>Een tweede ticket wordt getoond tot het in Autotask gesloten is. Het is geen koppeling.</translation>
    </message>
    <message>
        <source>A success by override is known by its status alone.</source>
        <translation>Een geslaagde run door override is alleen aan de status te herkennen.</translation>
    </message>
    <message>
        <source>A ticket number has at most {longest_number} characters.</source>
        <translation>Een ticketnummer heeft hoogstens {longest_number} tekens.</translation>
    </message>
    <message>
        <source>A workflow rule may do that. Complete the ticket in Autotask.</source>
        <translation>Een workflowregel kan dat doen. Voltooi het ticket in Autotask.</translation>
    </message>
    <message>
        <source>A workflow rule or a hidden field may do that. Do not allow resolving until it is known.</source>
        <translation>Een workflowregel of een verborgen veld kan dat doen. Sta oplossen niet toe voordat je het weet.</translation>
    </message>
    <message>
        <source>A {role} may not {permission}.</source>
        <translation>Een {role} mag dit niet: {permission}.</translation>
    </message>
    <message>
        <source>Accounts cannot be told apart.</source>
        <translation>Accounts zijn niet van elkaar te onderscheiden.</translation>
    </message>
    <message>
        <source>Accounts have no name to sign in with.</source>
        <translation>Accounts hebben geen naam om mee aan te melden.</translation>
    </message>
    <message>
        <source>Add the internal note</source>
        <translation>Interne notitie toevoegen</translation>
    </message>
    <message>
        <source>An API user name holds no spaces.</source>
        <translation>Een API-gebruikersnaam bevat geen spaties.</translation>
    </message>
    <message>
        <source>An admin allows it in Settings.</source>
        <translation>Een admin staat dit toe in Instellingen.</translation>
    </message>
    <message>
        <source>An admin confirms the other database in Settings, or enters the right credentials.</source>
        <translation>Een admin bevestigt de andere database in Instellingen, of voert de juiste gegevens in.</translation>
    </message>
    <message>
        <source>An admin prepares it under Settings, Database.</source>
        <translation>Een admin bereidt haar voor onder Instellingen, Database.</translation>
    </message>
    <message>
        <source>An earlier attempt by {operator}, {when}, was not found in Autotask. It is looked for once more before anything is sent.</source>
        <translation>Een eerdere poging van {operator}, {when}, is niet gevonden in Autotask. Er wordt nog één keer gezocht voordat er iets wordt verstuurd.</translation>
    </message>
    <message>
        <source>April</source>
        <translation>april</translation>
    </message>
    <message>
        <source>Ask an admin of Backupchecks for a role.</source>
        <translation>Vraag een admin van Backupchecks om een rol.</translation>
    </message>
    <message>
        <source>Ask an admin of Backupchecks.</source>
        <translation>Vraag een admin van Backupchecks.</translation>
    </message>
    <message>
        <source>Ask an admin or operator.</source>
        <translation>Vraag een admin of operator.</translation>
    </message>
    <message>
        <source>Ask your administrator for the operator grants, or for a writable folder.</source>
        <translation>Vraag je beheerder om de rechten voor operators, of om een map waarin je mag schrijven.</translation>
    </message>
    <message>
        <source>Ask your administrator to upgrade the server.</source>
        <translation>Vraag je beheerder de server bij te werken.</translation>
    </message>
    <message>
        <source>Ask {whom}.</source>
        <translation>Vraag {whom}.</translation>
    </message>
    <message>
        <source>August</source>
        <translation>augustus</translation>
    </message>
    <message>
        <source>Autotask could not be reached (no connection to {host}). Nothing was sent.</source>
        <translation>Autotask was niet bereikbaar (geen verbinding met {host}). Er is niets verstuurd.</translation>
    </message>
    <message>
        <source>Autotask created ticket id {ticket_id}, but the database did not take the record: {why}. It is recorded later by itself. Do not create it again.</source>
        <translation>Autotask heeft ticket-ID {ticket_id} aangemaakt, maar de database legde het niet vast: {why}. Het wordt later vanzelf vastgelegd. Maak het niet opnieuw aan.</translation>
    </message>
    <message>
        <source>Autotask database bound</source>
        <translation>database vastgelegd</translation>
    </message>
    <message>
        <source>Autotask database {found} is already your {other}.</source>
        <translation>Autotask-database {found} is al jullie {other}.</translation>
    </message>
    <message>
        <source>Autotask did not accept the user, the secret or the tracking identifier; it does not say which.</source>
        <translation>Autotask accepteerde de gebruiker, het secret of de tracking-ID niet; het zegt niet welke.</translation>
    </message>
    <message>
        <source>Autotask did not answer within {seconds} seconds.</source>
        <translation>Autotask antwoordde niet binnen {seconds} seconden.</translation>
    </message>
    <message>
        <source>Autotask did not return the field {field}. Nothing was written, since an update would empty it.</source>
        <translation>Autotask gaf het veld {field} niet terug. Er is niets geschreven, want een update zou het leegmaken.</translation>
    </message>
    <message>
        <source>Autotask did not show a ticket that is known to exist</source>
        <translation>Autotask toonde een ticket niet waarvan bekend is dat het bestaat</translation>
    </message>
    <message>
        <source>Autotask did not show a ticket that is known to exist, so nobody can tell whether this run has one. Nothing was created.</source>
        <translation>Autotask toonde een ticket niet waarvan bekend is dat het bestaat, dus niemand kan zeggen of deze run er een heeft. Er is niets aangemaakt.</translation>
    </message>
    <message>
        <source>Autotask does not let this API user do that: &quot;{text}&quot;.</source>
        <translation>Autotask laat deze API-gebruiker dat niet doen: &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>Autotask has a fault of its own (status {status}).</source>
        <translation>Autotask heeft zelf een storing (status {status}).</translation>
    </message>
    <message>
        <source>Autotask has moved this tenant to {zone}. The request was not executed.</source>
        <translation>Autotask heeft deze tenant verplaatst naar {zone}. De aanvraag is niet uitgevoerd.</translation>
    </message>
    <message>
        <source>Autotask holds a second ticket for this run: {number}. Nothing was created.</source>
        <translation>Autotask heeft een tweede ticket voor deze run: {number}. Er is niets aangemaakt.</translation>
    </message>
    <message>
        <source>Autotask holds a ticket with this very title.</source>
        <translation>Autotask heeft een ticket met precies deze titel.</translation>
    </message>
    <message>
        <source>Autotask holds ticket {number} for this run, but the run was decided otherwise meanwhile. Close one of the two.</source>
        <translation>Autotask heeft ticket {number} voor deze run, maar over de run is intussen anders beslist. Sluit een van de twee.</translation>
    </message>
    <message>
        <source>Autotask holds ticket {number} with this very title. Decide whether it is this run&apos;s.</source>
        <translation>Autotask heeft ticket {number} met precies deze titel. Beslis of het bij deze run hoort.</translation>
    </message>
    <message>
        <source>Autotask is busy and did not take the request. Nothing was changed.</source>
        <translation>Autotask is bezet en nam de aanvraag niet aan. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Autotask is busy; trying again in {wait:.0f} s</source>
        <translation>Autotask is bezet; over {wait:.0f} s opnieuw</translation>
    </message>
    <message>
        <source>Autotask is off.</source>
        <translation>Autotask staat uit.</translation>
    </message>
    <message>
        <source>Autotask is off. Tick Enable Autotask integration.</source>
        <translation>Autotask staat uit. Vink Autotask-integratie inschakelen aan.</translation>
    </message>
    <message>
        <source>Autotask is off. Turn the integration on and save.</source>
        <translation>Autotask staat uit. Zet de integratie aan en sla op.</translation>
    </message>
    <message>
        <source>Autotask knows no API user &quot;{user}&quot;.</source>
        <translation>Autotask kent geen API-gebruiker &quot;{user}&quot;.</translation>
    </message>
    <message>
        <source>Autotask no longer offers the value {value} for {field}. Nothing was changed.</source>
        <translation>Autotask biedt de waarde {value} voor {field} niet meer aan. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Autotask refused the credentials of this workstation earlier, so no call was made.</source>
        <translation>Autotask weigerde de aanmeldgegevens van dit werkstation eerder, dus er ging geen aanroep uit.</translation>
    </message>
    <message>
        <source>Autotask refused: &quot;{text}&quot;. Nothing was changed.</source>
        <translation>Autotask weigerde: &quot;{text}&quot;. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Autotask sent an answer that could not be read.</source>
        <translation>Autotask stuurde een antwoord dat niet te lezen was.</translation>
    </message>
    <message>
        <source>Autotask set the status back; trying once more</source>
        <translation>Autotask zette de status terug; nog één poging</translation>
    </message>
    <message>
        <source>Autotask shows no {what} {id}: it was deleted, or this API user may not see it.</source>
        <translation>Autotask toont {what} {id} niet: het is verwijderd, of deze API-gebruiker mag het niet zien.</translation>
    </message>
    <message>
        <source>Autotask shows this API user no ticket at all. Nothing was created.</source>
        <translation>Autotask toont deze API-gebruiker geen enkel ticket. Er is niets aangemaakt.</translation>
    </message>
    <message>
        <source>Autotask shows {absent} of {asked} mapped companies no longer. So many at once look like a lost right, not like deletion, so they were left as they are; {saved} read before them were saved.</source>
        <translation>Autotask toont {absent} van {asked} gekoppelde bedrijven niet meer. Zoveel tegelijk lijkt op een verloren recht, niet op verwijderen, dus ze zijn zo gelaten; {saved} die eerder gelezen waren, zijn opgeslagen.</translation>
    </message>
    <message>
        <source>Autotask shows {absent} of {asked} tickets no longer. So many at once look like a lost right, not like deletion. Nothing was saved.</source>
        <translation>Autotask toont {absent} van {asked} tickets niet meer. Zoveel tegelijk lijkt op een verloren recht, niet op verwijderen. Er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>Autotask took the status {label}, but the ticket now has {now}.</source>
        <translation>Autotask nam de status {label} over, maar het ticket heeft nu {now}.</translation>
    </message>
    <message>
        <source>Autotask version</source>
        <translation>Versie van Autotask</translation>
    </message>
    <message>
        <source>Autotask was busy</source>
        <translation>Autotask was bezet</translation>
    </message>
    <message>
        <source>Backupchecks</source>
        <translation>Backupchecks</translation>
    </message>
    <message>
        <source>Backupchecks has no customer {customer_id}</source>
        <translation>Backupchecks heeft geen klant {customer_id}</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Check both in Settings, Database.</source>
        <translation>Controleer beide in Instellingen, Database.</translation>
    </message>
    <message>
        <source>Check it in your system&apos;s password settings, or keep the secret for this session only.</source>
        <translation>Controleer het in de wachtwoordinstellingen van je systeem, of bewaar het secret alleen voor deze sessie.</translation>
    </message>
    <message>
        <source>Check that the right text was pasted.</source>
        <translation>Controleer of de juiste tekst is geplakt.</translation>
    </message>
    <message>
        <source>Check that this is the Backupchecks database, under Settings, Database.</source>
        <translation>Controleer onder Instellingen, Database, of dit de database van Backupchecks is.</translation>
    </message>
    <message>
        <source>Check the address and whether the server runs.</source>
        <translation>Controleer het adres en of de server draait.</translation>
    </message>
    <message>
        <source>Check the date of this computer and its proxy, or ask your administrator to install the certificate authority.</source>
        <translation>Controleer de datum van deze computer en de proxy, of vraag je beheerder de certificeringsinstantie te installeren.</translation>
    </message>
    <message>
        <source>Check the zone in Settings, and whether a proxy or sign-in page stands in between.</source>
        <translation>Controleer de zone in Instellingen, en of er een proxy of aanmeldpagina tussen zit.</translation>
    </message>
    <message>
        <source>Check what the API user may see, then refresh again.</source>
        <translation>Controleer wat de API-gebruiker mag zien, en vernieuw dan opnieuw.</translation>
    </message>
    <message>
        <source>Check what the API user may see, then try again.</source>
        <translation>Controleer wat de API-gebruiker mag zien, en probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>Checking companies</source>
        <translation>Bedrijven controleren</translation>
    </message>
    <message>
        <source>Choose a number from 1 to {most_objects}.</source>
        <translation>Kies een getal van 1 tot {most_objects}.</translation>
    </message>
    <message>
        <source>Choose a {field}.</source>
        <translation>Kies een {field}.</translation>
    </message>
    <message>
        <source>Choose an {field}.</source>
        <translation>Kies een {field}.</translation>
    </message>
    <message>
        <source>Choose another completed status, then try again.</source>
        <translation>Kies een andere voltooiingsstatus en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Choose another status under Resolving and notes.</source>
        <translation>Kies een andere status onder Oplossen en notities.</translation>
    </message>
    <message>
        <source>Choose from 1 to {most_hours} hours.</source>
        <translation>Kies van 1 tot {most_hours} uur.</translation>
    </message>
    <message>
        <source>Choose one of those offered.</source>
        <translation>Kies er een die wordt aangeboden.</translation>
    </message>
    <message>
        <source>Choose the completed status and save it first.</source>
        <translation>Kies eerst de voltooiingsstatus en sla die op.</translation>
    </message>
    <message>
        <source>Choose the issue type that it belongs to.</source>
        <translation>Kies het probleemtype waar het bij hoort.</translation>
    </message>
    <message>
        <source>Choose the status that completes a ticket.</source>
        <translation>Kies de status die een ticket voltooit.</translation>
    </message>
    <message>
        <source>Choose the status that completes tickets in Settings, then look at this ticket.</source>
        <translation>Kies in Instellingen de status die tickets voltooit, en bekijk dan dit ticket.</translation>
    </message>
    <message>
        <source>Choose the value that keeps notes internal.</source>
        <translation>Kies de waarde die notities intern houdt.</translation>
    </message>
    <message>
        <source>Close one of the two in Autotask.</source>
        <translation>Sluit een van de twee in Autotask.</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Bedrijven</translation>
    </message>
    <message>
        <source>Company {id} is called {name} by now, not {former}. Nothing was mapped. Look again.</source>
        <translation>Bedrijf {id} heet intussen {name}, niet {former}. Er is niets gekoppeld. Kijk opnieuw.</translation>
    </message>
    <message>
        <source>Comparing names</source>
        <translation>Namen vergelijken</translation>
    </message>
    <message>
        <source>Connect again in Settings, Database.</source>
        <translation>Maak opnieuw verbinding in Instellingen, Database.</translation>
    </message>
    <message>
        <source>Continue as the database user: its rights alone decide.</source>
        <translation>Ga door als databasegebruiker: alleen diens rechten beslissen.</translation>
    </message>
    <message>
        <source>Copy the details for support.</source>
        <translation>Kopieer de details voor support.</translation>
    </message>
    <message>
        <source>Copy the details for your administrator.</source>
        <translation>Kopieer de details voor je beheerder.</translation>
    </message>
    <message>
        <source>Copy the user name from the API user&apos;s page in Autotask; it looks like an e-mail address.</source>
        <translation>Kopieer de gebruikersnaam van de pagina van de API-gebruiker in Autotask; hij lijkt op een e-mailadres.</translation>
    </message>
    <message>
        <source>Correct it, then try again.</source>
        <translation>Corrigeer het en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Correct or remove the variable, then start the application again.</source>
        <translation>Corrigeer of verwijder de variabele en start de applicatie opnieuw.</translation>
    </message>
    <message>
        <source>Correct {field}, then try again.</source>
        <translation>Corrigeer {field} en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Create a test ticket under Resolving and notes.</source>
        <translation>Maak een testticket aan onder Oplossen en notities.</translation>
    </message>
    <message>
        <source>Create or link one first.</source>
        <translation>Maak er eerst een aan of koppel er een.</translation>
    </message>
    <message>
        <source>Created{by}, {when}.</source>
        <translation>Aangemaakt{by}, {when}.</translation>
    </message>
    <message>
        <source>Customers cannot be told apart.</source>
        <translation>Klanten zijn niet van elkaar te onderscheiden.</translation>
    </message>
    <message>
        <source>Customers have no name to show.</source>
        <translation>Klanten hebben geen naam om te tonen.</translation>
    </message>
    <message>
        <source>Customers, and with them every run, cannot be shown.</source>
        <translation>Klanten, en daarmee alle runs, kunnen niet worden getoond.</translation>
    </message>
    <message>
        <source>December</source>
        <translation>december</translation>
    </message>
    <message>
        <source>Decide about ticket id {undecided}: accept it for this run, or reject it.</source>
        <translation>Beslis over ticket-ID {undecided}: accepteer het voor deze run, of wijs het af.</translation>
    </message>
    <message>
        <source>Do not create it by hand.</source>
        <translation>Maak het niet met de hand aan.</translation>
    </message>
    <message>
        <source>Either Autotask holds none, or the user may not see them; it does not say which. A ticket with only such entries would look free of work and could be closed by mistake. In Autotask, see that the security level of this user has &quot;Can view non-billable time entries&quot;.</source>
        <translation>Autotask heeft er geen, of de gebruiker mag ze niet zien; het zegt niet welke van de twee. Een ticket met alleen zulke registraties zou vrij van werk lijken en kon per ongeluk worden gesloten. Controleer in Autotask dat het beveiligingsniveau van deze gebruiker &quot;Can view non-billable time entries&quot; heeft.</translation>
    </message>
    <message>
        <source>Enter all three again.</source>
        <translation>Voer alle drie opnieuw in.</translation>
    </message>
    <message>
        <source>Enter it in Settings, Autotask.</source>
        <translation>Voer het in onder Instellingen, Autotask.</translation>
    </message>
    <message>
        <source>Enter the API user name.</source>
        <translation>Voer de API-gebruikersnaam in.</translation>
    </message>
    <message>
        <source>Enter the address of Backupchecks; tickets link to it.</source>
        <translation>Voer het adres van Backupchecks in; tickets verwijzen ernaar.</translation>
    </message>
    <message>
        <source>Enter user name, secret and tracking identifier again in Settings.</source>
        <translation>Voer gebruikersnaam, secret en tracking-ID opnieuw in onder Instellingen.</translation>
    </message>
    <message>
        <source>Entries checked</source>
        <translation>Regels gecontroleerd</translation>
    </message>
    <message>
        <source>Entries read</source>
        <translation>Regels gelezen</translation>
    </message>
    <message>
        <source>Every account counts as active.</source>
        <translation>Elk account telt als actief.</translation>
    </message>
    <message>
        <source>Every customer is shown as active.</source>
        <translation>Elke klant wordt als actief getoond.</translation>
    </message>
    <message>
        <source>Every job counts as active.</source>
        <translation>Elke taak telt als actief.</translation>
    </message>
    <message>
        <source>Exporting runs</source>
        <translation>Runs exporteren</translation>
    </message>
    <message>
        <source>February</source>
        <translation>februari</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Maak ruimte vrij en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>vrijdag</translation>
    </message>
    <message>
        <source>Give the API user the right to see this field.</source>
        <translation>Geef de API-gebruiker het recht dit veld te zien.</translation>
    </message>
    <message>
        <source>Give the security level of the API user this right in Autotask, then try again.</source>
        <translation>Geef het beveiligingsniveau van de API-gebruiker dit recht in Autotask en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>How a run was linked is not shown.</source>
        <translation>Hoe een run gekoppeld is, wordt niet getoond.</translation>
    </message>
    <message>
        <source>If the tenant is new and truly empty, confirm it; otherwise give the API user the right to see tickets.</source>
        <translation>Is de tenant nieuw en echt leeg, bevestig dat dan; geef anders de API-gebruiker het recht tickets te zien.</translation>
    </message>
    <message>
        <source>If this ticket was made by the earlier attempt after all, creating another one makes a second ticket for the same run. Open it in Autotask and look before you reject it.</source>
        <translation>Als dit ticket toch door de eerdere poging is gemaakt, geeft nog een ticket aanmaken een tweede ticket voor dezelfde run. Open het in Autotask en kijk voordat je het afwijst.</translation>
    </message>
    <message>
        <source>Install one, such as GNOME Keyring, or keep the secret for this session only. It is never written to a file.</source>
        <translation>Installeer er een, zoals GNOME Keyring, of bewaar het secret alleen voor deze sessie. Het wordt nooit in een bestand geschreven.</translation>
    </message>
    <message>
        <source>Install that version on this computer.</source>
        <translation>Installeer die versie op deze computer.</translation>
    </message>
    <message>
        <source>Issue type</source>
        <translation>Probleemtype</translation>
    </message>
    <message>
        <source>It is being looked for. Do not create it by hand.</source>
        <translation>Er wordt naar gezocht. Maak het niet met de hand aan.</translation>
    </message>
    <message>
        <source>It is being looked for. Nothing more is written until that is known.</source>
        <translation>Er wordt naar gezocht. Er wordt niets meer geschreven tot dat bekend is.</translation>
    </message>
    <message>
        <source>It is looked for. Do not write it by hand.</source>
        <translation>Er wordt naar gezocht. Schrijf het niet met de hand.</translation>
    </message>
    <message>
        <source>It looks like postgresql://user@host/database or sqlite:///folder/file.sqlite.</source>
        <translation>Het ziet eruit als postgresql://gebruiker@host/database of sqlite:///map/bestand.sqlite.</translation>
    </message>
    <message>
        <source>It reconnects by itself. Look at the outcome before you try again.</source>
        <translation>De verbinding komt vanzelf terug. Bekijk de uitkomst voordat je het opnieuw probeert.</translation>
    </message>
    <message>
        <source>It was not sent: {why}. Try again.</source>
        <translation>Het is niet verstuurd: {why}. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>January</source>
        <translation>januari</translation>
    </message>
    <message>
        <source>Jobs cannot be told apart.</source>
        <translation>Taken zijn niet van elkaar te onderscheiden.</translation>
    </message>
    <message>
        <source>Jobs have no name to show.</source>
        <translation>Taken hebben geen naam om te tonen.</translation>
    </message>
    <message>
        <source>July</source>
        <translation>juli</translation>
    </message>
    <message>
        <source>June</source>
        <translation>juni</translation>
    </message>
    <message>
        <source>Kinds are read from the list of objects, where there is one.</source>
        <translation>Soorten worden uit de lijst met objecten gelezen, waar die er is.</translation>
    </message>
    <message>
        <source>Leave the password out; the application asks for it and keeps it in the keyring.</source>
        <translation>Laat het wachtwoord weg; de applicatie vraagt erom en bewaart het in de sleutelbos.</translation>
    </message>
    <message>
        <source>Link another one.</source>
        <translation>Koppel een ander ticket.</translation>
    </message>
    <message>
        <source>Link the existing ticket, or turn compatibility mode on in Settings.</source>
        <translation>Koppel het bestaande ticket, of zet de compatibiliteitsmodus aan in Instellingen.</translation>
    </message>
    <message>
        <source>Link the ticket, so that its id is known.</source>
        <translation>Koppel het ticket, zodat het id bekend is.</translation>
    </message>
    <message>
        <source>Linked{by}, {when}.</source>
        <translation>Gekoppeld{by}, {when}.</translation>
    </message>
    <message>
        <source>Linking runs</source>
        <translation>Runs koppelen</translation>
    </message>
    <message>
        <source>Links are told apart by ticket and run.</source>
        <translation>Koppelingen zijn te onderscheiden aan ticket en run.</translation>
    </message>
    <message>
        <source>Look again.</source>
        <translation>Kijk opnieuw.</translation>
    </message>
    <message>
        <source>Look at the ticket and decide.</source>
        <translation>Bekijk het ticket en beslis.</translation>
    </message>
    <message>
        <source>Look at ticket {number} in Autotask.</source>
        <translation>Bekijk ticket {number} in Autotask.</translation>
    </message>
    <message>
        <source>Look for &quot;{title}&quot; in Autotask.</source>
        <translation>Zoek &quot;{title}&quot; in Autotask.</translation>
    </message>
    <message>
        <source>Look for time entries</source>
        <translation>Naar tijdregistraties kijken</translation>
    </message>
    <message>
        <source>Look for time entries again</source>
        <translation>Nog eens naar tijdregistraties kijken</translation>
    </message>
    <message>
        <source>Look it up in Autotask.</source>
        <translation>Zoek het op in Autotask.</translation>
    </message>
    <message>
        <source>Looking for an earlier ticket</source>
        <translation>Zoeken naar een eerder ticket</translation>
    </message>
    <message>
        <source>Mails cannot be found.</source>
        <translation>Mails zijn niet te vinden.</translation>
    </message>
    <message>
        <source>Making a test ticket</source>
        <translation>Testticket maken</translation>
    </message>
    <message>
        <source>Map {customer} under Customers, then create the ticket.</source>
        <translation>Koppel {customer} onder Klanten en maak dan het ticket aan.</translation>
    </message>
    <message>
        <source>Mappings made in the web application are not seen, and ours do not appear there.</source>
        <translation>Koppelingen uit de webapplicatie zijn niet zichtbaar, en de onze verschijnen daar niet.</translation>
    </message>
    <message>
        <source>March</source>
        <translation>maart</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mei</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>maandag</translation>
    </message>
    <message>
        <source>Names are read from the list of objects, where there is one.</source>
        <translation>Namen worden uit de lijst met objecten gelezen, waar die er is.</translation>
    </message>
    <message>
        <source>Names are read from the same row, where it has them.</source>
        <translation>Namen worden uit dezelfde rij gelezen, als die ze heeft.</translation>
    </message>
    <message>
        <source>No Autotask database is bound to {environment} yet. Test the connection.</source>
        <translation>Er is nog geen Autotask-database vastgelegd voor {environment}. Test de verbinding.</translation>
    </message>
    <message>
        <source>No customer has a company in {environment} yet. Map them under Customers.</source>
        <translation>Nog geen klant heeft een bedrijf in {environment}. Koppel ze onder Klanten.</translation>
    </message>
    <message>
        <source>No default contract</source>
        <translation>Geen standaardcontract</translation>
    </message>
    <message>
        <source>No kind of run gets a ticket. Choose a priority for Warning or for Error.</source>
        <translation>Geen enkel soort run krijgt een ticket. Kies een prioriteit voor Waarschuwing of voor Fout.</translation>
    </message>
    <message>
        <source>No primary contact</source>
        <translation>Geen primair contact</translation>
    </message>
    <message>
        <source>No time entries are on this ticket any more. Resolve it instead.</source>
        <translation>Er staan geen tijdregistraties meer op dit ticket. Los het gewoon op.</translation>
    </message>
    <message>
        <source>Nobody can sign in with an account of Backupchecks.</source>
        <translation>Niemand kan zich aanmelden met een account van Backupchecks.</translation>
    </message>
    <message>
        <source>Nobody knows whether a run failed.</source>
        <translation>Niemand weet of een run mislukt is.</translation>
    </message>
    <message>
        <source>Nobody knows which customer a job belongs to.</source>
        <translation>Niemand weet bij welke klant een taak hoort.</translation>
    </message>
    <message>
        <source>Nobody knows which job a run belongs to.</source>
        <translation>Niemand weet bij welke taak een run hoort.</translation>
    </message>
    <message>
        <source>Nobody knows which mail named an object.</source>
        <translation>Niemand weet welke mail een object noemde.</translation>
    </message>
    <message>
        <source>Nobody knows which objects failed.</source>
        <translation>Niemand weet welke objecten mislukt zijn.</translation>
    </message>
    <message>
        <source>Nobody knows which run a ticket number of Backupchecks belongs to, so none counts as the ticket of a run.</source>
        <translation>Niemand weet bij welke run een ticketnummer van Backupchecks hoort, dus geen ervan telt als ticket van een run.</translation>
    </message>
    <message>
        <source>Nobody knows which run an object belongs to.</source>
        <translation>Niemand weet bij welke run een object hoort.</translation>
    </message>
    <message>
        <source>Nobody knows which run is linked.</source>
        <translation>Niemand weet welke run gekoppeld is.</translation>
    </message>
    <message>
        <source>Nobody knows which ticket is linked.</source>
        <translation>Niemand weet welk ticket gekoppeld is.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether Autotask created the ticket of this run. Linking ends the attempt; a ticket that turns up is shown as a second one.</source>
        <translation>Nog niemand weet of Autotask het ticket van deze run heeft aangemaakt. Koppelen beëindigt de poging; een ticket dat opduikt, wordt als tweede getoond.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether Autotask created the ticket.</source>
        <translation>Nog niemand weet of Autotask het ticket heeft aangemaakt.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether Autotask created the ticket: {why}. Looking for it.</source>
        <translation>Nog niemand weet of Autotask het ticket heeft aangemaakt: {why}. Er wordt naar gezocht.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether Autotask {done}.</source>
        <translation>Nog niemand weet of Autotask {done}.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether Autotask {what}: {why}. Nothing more is written until that is known.</source>
        <translation>Nog niemand weet of Autotask {what}: {why}. Er wordt niets meer geschreven tot dat bekend is.</translation>
    </message>
    <message>
        <source>Non-billable time entries</source>
        <translation>Niet-factureerbare tijdregistraties</translation>
    </message>
    <message>
        <source>Not proven: that nobody who owns the database wrote the whole trail anew before this computer first saw it, or cut off entries newer than any computer remembers; that a name typed by an application is the person&apos;s, where the database user is shared; and that nothing was done past this application.</source>
        <translation>Niet bewezen: dat niemand die eigenaar van de database is de hele log opnieuw schreef voordat deze computer haar voor het eerst zag, of regels afkapte die nieuwer zijn dan enige computer zich herinnert; dat een naam die een applicatie noteerde van die persoon is, waar de databasegebruiker gedeeld wordt; en dat er niets buiten deze applicatie om is gedaan.</translation>
    </message>
    <message>
        <source>Note type</source>
        <translation>Notitietype</translation>
    </message>
    <message>
        <source>Nothing is called &quot;{word}&quot;.</source>
        <translation>Niets heet &quot;{word}&quot;.</translation>
    </message>
    <message>
        <source>Nothing is repeated by itself. Copy the details for support.</source>
        <translation>Er wordt niets vanzelf herhaald. Kopieer de details voor support.</translation>
    </message>
    <message>
        <source>November</source>
        <translation>november</translation>
    </message>
    <message>
        <source>Numbers are not typed while Autotask is on.</source>
        <translation>Zolang Autotask aan staat, typ je geen nummers.</translation>
    </message>
    <message>
        <source>Objects cannot be found.</source>
        <translation>Objecten zijn niet te vinden.</translation>
    </message>
    <message>
        <source>Objects cannot be told apart.</source>
        <translation>Objecten zijn niet van elkaar te onderscheiden.</translation>
    </message>
    <message>
        <source>Objects have no name to show.</source>
        <translation>Objecten hebben geen naam om te tonen.</translation>
    </message>
    <message>
        <source>Objects that are kept apart from their runs have no name to show.</source>
        <translation>Objecten die los van hun runs worden bewaard, hebben geen naam om te tonen.</translation>
    </message>
    <message>
        <source>October</source>
        <translation>oktober</translation>
    </message>
    <message>
        <source>One company belongs to one customer: clear that mapping first.</source>
        <translation>Eén bedrijf hoort bij één klant: wis eerst die koppeling.</translation>
    </message>
    <message>
        <source>One ticket per run, ever, even deleted or unlinked. Link an existing one.</source>
        <translation>Eén ticket per run, altijd, ook verwijderd of ontkoppeld. Koppel een bestaand ticket.</translation>
    </message>
    <message>
        <source>One ticket per run, ever.</source>
        <translation>Eén ticket per run, altijd.</translation>
    </message>
    <message>
        <source>One ticket per run. An admin can unlink a wrong one.</source>
        <translation>Eén ticket per run. Een admin kan een verkeerd ticket ontkoppelen.</translation>
    </message>
    <message>
        <source>Only Warning, Failed, Error and Missed runs get a ticket.</source>
        <translation>Alleen runs met Waarschuwing, Mislukt, Fout of Gemist krijgen een ticket.</translation>
    </message>
    <message>
        <source>Open it instead.</source>
        <translation>Open dat ticket.</translation>
    </message>
    <message>
        <source>Overall remarks are not shown and are missing in tickets.</source>
        <translation>Algemene opmerkingen worden niet getoond en ontbreken in tickets.</translation>
    </message>
    <message>
        <source>Passwords are checked by the server where it was taught to; otherwise nobody signs in by password.</source>
        <translation>Wachtwoorden worden door de server gecontroleerd waar dat is ingericht; anders meldt niemand zich met een wachtwoord aan.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioriteit</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Productie</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publiceren</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wachtrij</translation>
    </message>
    <message>
        <source>Read it again and decide.</source>
        <translation>Lees het opnieuw en beslis.</translation>
    </message>
    <message>
        <source>Read it back and compare</source>
        <translation>Teruglezen en vergelijken</translation>
    </message>
    <message>
        <source>Read the ticket</source>
        <translation>Ticket lezen</translation>
    </message>
    <message>
        <source>Reading the companies of Autotask</source>
        <translation>Bedrijven van Autotask lezen</translation>
    </message>
    <message>
        <source>Reading ticket fields and picklists</source>
        <translation>Ticketvelden en keuzelijsten lezen</translation>
    </message>
    <message>
        <source>Refresh the list.</source>
        <translation>Vernieuw de lijst.</translation>
    </message>
    <message>
        <source>Refresh the reference data and choose another value in Settings, Ticket defaults.</source>
        <translation>Vernieuw de referentiedata en kies een andere waarde in Instellingen, Ticketstandaarden.</translation>
    </message>
    <message>
        <source>Refresh the reference data, so that this {field} can be checked.</source>
        <translation>Vernieuw de referentiedata, zodat deze waarde ({field}) gecontroleerd kan worden.</translation>
    </message>
    <message>
        <source>Refreshing mappings</source>
        <translation>Koppelingen vernieuwen</translation>
    </message>
    <message>
        <source>Refreshing waits until there is room; single actions still work.</source>
        <translation>Vernieuwen wacht tot er ruimte is; losse acties werken nog.</translation>
    </message>
    <message>
        <source>Resolving is off.</source>
        <translation>Oplossen staat uit.</translation>
    </message>
    <message>
        <source>Runs cannot be marked as reviewed, and all count as not reviewed.</source>
        <translation>Runs kunnen niet als afgehandeld worden gemarkeerd, en alle tellen als niet afgehandeld.</translation>
    </message>
    <message>
        <source>Runs cannot be put in order of time.</source>
        <translation>Runs zijn niet op tijd te ordenen.</translation>
    </message>
    <message>
        <source>Runs cannot be told apart.</source>
        <translation>Runs zijn niet van elkaar te onderscheiden.</translation>
    </message>
    <message>
        <source>Runs cannot be told by job and customer, so none can be shown.</source>
        <translation>Runs zijn niet aan taak en klant te herkennen, dus geen enkele kan worden getoond.</translation>
    </message>
    <message>
        <source>Runs of archived jobs are shown like all others.</source>
        <translation>Runs van gearchiveerde taken worden getoond als alle andere.</translation>
    </message>
    <message>
        <source>Runs that end with {status_text} get no ticket.</source>
        <translation>Runs die eindigen met {status_text} krijgen geen ticket.</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Sandbox and Production must be two databases. Enter the API user of the other one.</source>
        <translation>Sandbox en Productie moeten twee databases zijn. Voer de API-gebruiker van de andere in.</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>zaterdag</translation>
    </message>
    <message>
        <source>Say why the ticket is unlinked.</source>
        <translation>Zeg waarom het ticket wordt ontkoppeld.</translation>
    </message>
    <message>
        <source>September</source>
        <translation>september</translation>
    </message>
    <message>
        <source>Set it at the end of the address, such as ?sslmode=require; your administrator knows which.</source>
        <translation>Zet het aan het eind van het adres, zoals ?sslmode=require; je beheerder weet welke.</translation>
    </message>
    <message>
        <source>Set the status {completed}</source>
        <translation>Status {completed} zetten</translation>
    </message>
    <message>
        <source>Set {field} in Settings, Ticket defaults, then try again.</source>
        <translation>Vul {field} in onder Instellingen, Ticketstandaarden, en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>Something is missing.</source>
        <translation>Er ontbreekt iets.</translation>
    </message>
    <message>
        <source>Something went wrong that the application did not expect.</source>
        <translation>Er ging iets mis wat de applicatie niet verwachtte.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status that completes a ticket</source>
        <translation>Status die een ticket voltooit</translation>
    </message>
    <message>
        <source>Sub-issue type</source>
        <translation>Subprobleemtype</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>zondag</translation>
    </message>
    <message>
        <source>Tell your administrator. Nothing is lost: the tickets are looked up in Autotask.</source>
        <translation>Laat het je beheerder weten. Er is niets verloren: de tickets worden in Autotask opgezocht.</translation>
    </message>
    <message>
        <source>Test the connection first, so that the Sandbox is known.</source>
        <translation>Test eerst de verbinding, zodat de Sandbox bekend is.</translation>
    </message>
    <message>
        <source>Test ticket created</source>
        <translation>Testticket aangemaakt</translation>
    </message>
    <message>
        <source>Test tickets are made in Sandbox only.</source>
        <translation>Testtickets worden alleen in Sandbox gemaakt.</translation>
    </message>
    <message>
        <source>Test tickets are made in Sandbox only. Each resolved ticket is read back, and a status that does not complete it is told.</source>
        <translation>Testtickets worden alleen in Sandbox gemaakt. Elk opgelost ticket wordt teruggelezen, en een status die het niet voltooit, wordt gemeld.</translation>
    </message>
    <message>
        <source>Testing the connection to {environment}</source>
        <translation>Verbinding met {environment} testen</translation>
    </message>
    <message>
        <source>That is not what was shown. Look again.</source>
        <translation>Dat is niet wat er getoond is. Kijk opnieuw.</translation>
    </message>
    <message>
        <source>The API user name is not offered.</source>
        <translation>De API-gebruikersnaam wordt niet voorgesteld.</translation>
    </message>
    <message>
        <source>The Autotask integration is off, so no call was made.</source>
        <translation>De Autotask-integratie staat uit, dus er ging geen aanroep uit.</translation>
    </message>
    <message>
        <source>The account {name} has no password that can be checked here; it signs in elsewhere.</source>
        <translation>Het account {name} heeft geen wachtwoord dat hier te controleren is; het meldt zich elders aan.</translation>
    </message>
    <message>
        <source>The account {name} has none of the roles admin, operator, reporter and viewer.</source>
        <translation>Het account {name} heeft geen van de rollen admin, operator, reporter en viewer.</translation>
    </message>
    <message>
        <source>The account {name} is disabled in Backupchecks.</source>
        <translation>Het account {name} is uitgeschakeld in Backupchecks.</translation>
    </message>
    <message>
        <source>The address of the web application is not offered.</source>
        <translation>Het adres van de webapplicatie wordt niet voorgesteld.</translation>
    </message>
    <message>
        <source>The answer was lost.</source>
        <translation>Het antwoord ging verloren.</translation>
    </message>
    <message>
        <source>The attempt</source>
        <translation>De poging</translation>
    </message>
    <message>
        <source>The attempt has ended. There is nothing to take over.</source>
        <translation>De poging is afgelopen. Er valt niets over te nemen.</translation>
    </message>
    <message>
        <source>The attempt is decided. There is nothing to take over.</source>
        <translation>Over de poging is beslist. Er valt niets over te nemen.</translation>
    </message>
    <message>
        <source>The attempt is this workstation&apos;s own. There is nothing to take over.</source>
        <translation>De poging is van dit werkstation zelf. Er valt niets over te nemen.</translation>
    </message>
    <message>
        <source>The backup software is not shown and is missing in tickets.</source>
        <translation>De back-upsoftware wordt niet getoond en ontbreekt in tickets.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted on this computer. Nothing was sent.</source>
        <translation>Het certificaat van {host} wordt op deze computer niet vertrouwd. Er is niets verstuurd.</translation>
    </message>
    <message>
        <source>The company has no active default contract in Autotask, and the ticket defaults send one. Mark one there, or change the defaults.</source>
        <translation>Het bedrijf heeft geen actief standaardcontract in Autotask, en de ticketstandaarden sturen er een mee. Wijs er daar een aan, of wijzig de standaarden.</translation>
    </message>
    <message>
        <source>The company has no active primary contact in Autotask, and the ticket defaults send one. Mark one there, or change the defaults.</source>
        <translation>Het bedrijf heeft geen actief primair contact in Autotask, en de ticketstandaarden sturen er een mee. Wijs er daar een aan, of wijzig de standaarden.</translation>
    </message>
    <message>
        <source>The connection to Autotask was cut before its answer was complete.</source>
        <translation>De verbinding met Autotask werd verbroken voordat het antwoord compleet was.</translation>
    </message>
    <message>
        <source>The connection to the database was cut. The last act was not repeated.</source>
        <translation>De verbinding met de database werd verbroken. De laatste actie is niet herhaald.</translation>
    </message>
    <message>
        <source>The database address on the command line holds a password, which others on this computer could read.</source>
        <translation>Het databaseadres op de opdrachtregel bevat een wachtwoord, dat anderen op deze computer kunnen lezen.</translation>
    </message>
    <message>
        <source>The database holds no {what} (looked for {names}).</source>
        <translation>De database heeft geen {what} (gezocht naar {names}).</translation>
    </message>
    <message>
        <source>The database is held by something else and did not answer in time. Nothing was saved.</source>
        <translation>De database wordt door iets anders vastgehouden en antwoordde niet op tijd. Er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>The database may not be written to, so nothing was saved.</source>
        <translation>De database mag niet worden beschreven, dus er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>The database refused: {text}.</source>
        <translation>De database weigerde: {text}.</translation>
    </message>
    <message>
        <source>The database seems to be an older copy: it lacks a ticket that this computer saw being sent. No ticket is sent until {until}.</source>
        <translation>De database lijkt een oudere kopie: er ontbreekt een ticket dat deze computer heeft zien versturen. Tot {until} wordt geen ticket verstuurd.</translation>
    </message>
    <message>
        <source>The database was prepared by a newer version of this application ({found}).</source>
        <translation>De database is voorbereid door een nieuwere versie van deze applicatie ({found}).</translation>
    </message>
    <message>
        <source>The database {where} and this computer do not agree on encryption: {text}.</source>
        <translation>De database {where} en deze computer zijn het niet eens over versleuteling: {text}.</translation>
    </message>
    <message>
        <source>The database {where} did not accept the user or the password.</source>
        <translation>De database {where} accepteerde de gebruiker of het wachtwoord niet.</translation>
    </message>
    <message>
        <source>The database {where} does not answer.</source>
        <translation>De database {where} antwoordt niet.</translation>
    </message>
    <message>
        <source>The database {where} runs PostgreSQL {found}; at least {oldest} is needed.</source>
        <translation>De database {where} draait PostgreSQL {found}; minstens {oldest} is nodig.</translation>
    </message>
    <message>
        <source>The day from which such a ticket counts is not shown.</source>
        <translation>De dag vanaf wanneer zo&apos;n ticket telt, wordt niet getoond.</translation>
    </message>
    <message>
        <source>The default queue is not offered.</source>
        <translation>De standaardwachtrij wordt niet voorgesteld.</translation>
    </message>
    <message>
        <source>The default source is not offered.</source>
        <translation>De standaardbron wordt niet voorgesteld.</translation>
    </message>
    <message>
        <source>The description of such a ticket is not shown.</source>
        <translation>De omschrijving van zo&apos;n ticket wordt niet getoond.</translation>
    </message>
    <message>
        <source>The draft names no company.</source>
        <translation>Het concept noemt geen bedrijf.</translation>
    </message>
    <message>
        <source>The environment</source>
        <translation>De omgeving</translation>
    </message>
    <message>
        <source>The environment variable SSL_CERT_FILE names a file that cannot be read.</source>
        <translation>De omgevingsvariabele SSL_CERT_FILE noemt een bestand dat niet te lezen is.</translation>
    </message>
    <message>
        <source>The file cannot be imported: {why}. Nothing was changed.</source>
        <translation>Het bestand kan niet worden geïmporteerd: {why}. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>The folder of this profile cannot be used: {strerror}.</source>
        <translation>De map van dit profiel is niet te gebruiken: {strerror}.</translation>
    </message>
    <message>
        <source>The formatted text of a mail is not shown.</source>
        <translation>De opgemaakte tekst van een mail wordt niet getoond.</translation>
    </message>
    <message>
        <source>The identifier that the backup service gave to a run is not shown.</source>
        <translation>Het kenmerk dat de back-updienst een run gaf, wordt niet getoond.</translation>
    </message>
    <message>
        <source>The keyring has not answered for {seconds} seconds; it may be asking for its password.</source>
        <translation>De sleutelbos antwoordt al {seconds} seconden niet; misschien vraagt hij om zijn wachtwoord.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>De sleutelbos is vergrendeld.</translation>
    </message>
    <message>
        <source>The keyring refused: {text}.</source>
        <translation>De sleutelbos weigerde: {text}.</translation>
    </message>
    <message>
        <source>The kind of an object is not shown.</source>
        <translation>Het soort object wordt niet getoond.</translation>
    </message>
    <message>
        <source>The kind of backup is not shown and is missing in tickets.</source>
        <translation>Het soort back-up wordt niet getoond en ontbreekt in tickets.</translation>
    </message>
    <message>
        <source>The last attempts did not succeed.</source>
        <translation>De laatste pogingen zijn niet gelukt.</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>De koppeling</translation>
    </message>
    <message>
        <source>The mail address of an account is not shown.</source>
        <translation>Het e-mailadres van een account wordt niet getoond.</translation>
    </message>
    <message>
        <source>The mail of a run and the objects named in it are not shown.</source>
        <translation>De mail van een run en de objecten daarin worden niet getoond.</translation>
    </message>
    <message>
        <source>The mapped company cannot get tickets.</source>
        <translation>Het gekoppelde bedrijf kan geen tickets krijgen.</translation>
    </message>
    <message>
        <source>The mapping</source>
        <translation>De bedrijfskoppeling</translation>
    </message>
    <message>
        <source>The name and the password do not belong together.</source>
        <translation>De naam en het wachtwoord horen niet bij elkaar.</translation>
    </message>
    <message>
        <source>The names</source>
        <translation>De namen</translation>
    </message>
    <message>
        <source>The next one is possible in {seconds} s.</source>
        <translation>De volgende kan over {seconds} s.</translation>
    </message>
    <message>
        <source>The note has no title or no text, so it was not sent.</source>
        <translation>De notitie heeft geen titel of geen tekst, dus ze is niet verstuurd.</translation>
    </message>
    <message>
        <source>The note is longer than Autotask takes, so it was not sent.</source>
        <translation>De notitie is langer dan Autotask aanneemt, dus ze is niet verstuurd.</translation>
    </message>
    <message>
        <source>The note would be shown to customers, so it was not sent.</source>
        <translation>De notitie zou aan klanten getoond worden, dus ze is niet verstuurd.</translation>
    </message>
    <message>
        <source>The number of the ticket was not read yet.</source>
        <translation>Het nummer van het ticket is nog niet gelezen.</translation>
    </message>
    <message>
        <source>The objects named in report mails, and what went wrong with them, are not shown and are missing in tickets.</source>
        <translation>De objecten in rapportmails, en wat ermee misging, worden niet getoond en ontbreken in tickets.</translation>
    </message>
    <message>
        <source>The objects of runs without a mail, such as those of Cove, are not shown and are missing in tickets.</source>
        <translation>De objecten van runs zonder mail, zoals die van Cove, worden niet getoond en ontbreken in tickets.</translation>
    </message>
    <message>
        <source>The offer</source>
        <translation>Het aanbod</translation>
    </message>
    <message>
        <source>The plain text of a mail is not shown.</source>
        <translation>De platte tekst van een mail wordt niet getoond.</translation>
    </message>
    <message>
        <source>The priority for errors is not offered.</source>
        <translation>De prioriteit voor fouten wordt niet voorgesteld.</translation>
    </message>
    <message>
        <source>The priority for warnings is not offered.</source>
        <translation>De prioriteit voor waarschuwingen wordt niet voorgesteld.</translation>
    </message>
    <message>
        <source>The report mail of a run is not shown.</source>
        <translation>De rapportmail van een run wordt niet getoond.</translation>
    </message>
    <message>
        <source>The resolution in Autotask has no room left. Shorten it there.</source>
        <translation>De oplossing in Autotask heeft geen ruimte meer. Kort haar daar in.</translation>
    </message>
    <message>
        <source>The role {role} may not {act}.</source>
        <translation>De rol {role} mag dit niet: {act}.</translation>
    </message>
    <message>
        <source>The role {role} may not {permission}.</source>
        <translation>De rol {role} mag dit niet: {permission}.</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>De run</translation>
    </message>
    <message>
        <source>The run ended with {status_text}.</source>
        <translation>De run eindigde met {status_text}.</translation>
    </message>
    <message>
        <source>The sender of a mail is not shown.</source>
        <translation>De afzender van een mail wordt niet getoond.</translation>
    </message>
    <message>
        <source>The settings</source>
        <translation>De instellingen</translation>
    </message>
    <message>
        <source>The settings cannot be found.</source>
        <translation>De instellingen zijn niet te vinden.</translation>
    </message>
    <message>
        <source>The settings of the web application are not offered as a start.</source>
        <translation>De instellingen van de webapplicatie worden niet als begin voorgesteld.</translation>
    </message>
    <message>
        <source>The status of new tickets is not offered.</source>
        <translation>De status van nieuwe tickets wordt niet voorgesteld.</translation>
    </message>
    <message>
        <source>The subject of a mail is not shown.</source>
        <translation>Het onderwerp van een mail wordt niet getoond.</translation>
    </message>
    <message>
        <source>The tenant may have been filled anew. Look the ticket up there and link it again.</source>
        <translation>Misschien is de tenant opnieuw gevuld. Zoek het ticket daar op en koppel het opnieuw.</translation>
    </message>
    <message>
        <source>The text is {length:,} characters long; a keyring holds at most {limit:,}.</source>
        <translation>De tekst is {length:,} tekens lang; een sleutelbos bewaart er hoogstens {limit:,}.</translation>
    </message>
    <message>
        <source>The ticket</source>
        <translation>Het ticket</translation>
    </message>
    <message>
        <source>The ticket has no {what}.</source>
        <translation>Het ticket mist dit: {what}.</translation>
    </message>
    <message>
        <source>The ticket has the status {label}, but Autotask did not stamp it as completed.</source>
        <translation>Het ticket heeft de status {label}, maar Autotask legde niet vast dat het voltooid is.</translation>
    </message>
    <message>
        <source>The ticket is complete.</source>
        <translation>Het ticket is voltooid.</translation>
    </message>
    <message>
        <source>The ticket is linked to run {run_id}{by}{at}.</source>
        <translation>Het ticket is gekoppeld aan run {run_id}{by}{at}.</translation>
    </message>
    <message>
        <source>The ticket is linked to runs {named}{rest}.</source>
        <translation>Het ticket is gekoppeld aan de runs {named}{rest}.</translation>
    </message>
    <message>
        <source>The ticket of the run</source>
        <translation>Het ticket van de run</translation>
    </message>
    <message>
        <source>The ticket of {operator} ({workstation}) may still arrive. It can be taken over from {earliest:%H:%M} UTC.</source>
        <translation>Het ticket van {operator} ({workstation}) kan nog aankomen. Overnemen kan vanaf {earliest:%H:%M} UTC.</translation>
    </message>
    <message>
        <source>The ticket was changed in Autotask meanwhile ({what}), so the rest was left as it is.</source>
        <translation>Het ticket is intussen in Autotask gewijzigd ({what}), dus de rest is zo gelaten.</translation>
    </message>
    <message>
        <source>The ticket was changed in Autotask while you looked ({what}). Nothing was written.</source>
        <translation>Het ticket is in Autotask gewijzigd terwijl je keek ({what}). Er is niets geschreven.</translation>
    </message>
    <message>
        <source>The ticket was deleted in Autotask.</source>
        <translation>Het ticket is verwijderd in Autotask.</translation>
    </message>
    <message>
        <source>The ticket was not read before it was needed.</source>
        <translation>Het ticket werd niet gelezen voordat het nodig was.</translation>
    </message>
    <message>
        <source>The ticket was not sent: {why}. Nothing was created.</source>
        <translation>Het ticket is niet verstuurd: {why}. Er is niets aangemaakt.</translation>
    </message>
    <message>
        <source>The time zone of the web application is not offered.</source>
        <translation>De tijdzone van de webapplicatie wordt niet voorgesteld.</translation>
    </message>
    <message>
        <source>The trail was changed outside this application: {why}</source>
        <translation>De auditlog is buiten deze applicatie om gewijzigd: {why}</translation>
    </message>
    <message>
        <source>That the web application knows a ticket as deleted is not seen.</source>
        <translation>Dat de webapplicatie een ticket als verwijderd kent, wordt niet gezien.</translation>
    </message>
    <message>
        <source>The database address cannot be used: {why}.</source>
        <translation>Het databaseadres is niet te gebruiken: {why}.</translation>
    </message>
    <message>
        <source>The web application does not show the company name of a mapping.</source>
        <translation>De webapplicatie toont de bedrijfsnaam van een koppeling niet.</translation>
    </message>
    <message>
        <source>The web application does not show the numbers of our tickets.</source>
        <translation>De webapplicatie toont de nummers van onze tickets niet.</translation>
    </message>
    <message>
        <source>The web application does not show the status of a mapping.</source>
        <translation>De webapplicatie toont de status van een koppeling niet.</translation>
    </message>
    <message>
        <source>The web application does not show when a mapping was last checked.</source>
        <translation>De webapplicatie toont niet wanneer een koppeling het laatst is gecontroleerd.</translation>
    </message>
    <message>
        <source>The web application does not show when a ticket was made.</source>
        <translation>De webapplicatie toont niet wanneer een ticket is gemaakt.</translation>
    </message>
    <message>
        <source>The web application does not show who made a ticket.</source>
        <translation>De webapplicatie toont niet wie een ticket heeft gemaakt.</translation>
    </message>
    <message>
        <source>The web application wrote it.</source>
        <translation>De webapplicatie schreef het.</translation>
    </message>
    <message>
        <source>The web application wrote this number; take it away there.</source>
        <translation>De webapplicatie schreef dit nummer; haal het daar weg.</translation>
    </message>
    <message>
        <source>The web application wrote ticket {number} for this run. It stays there.</source>
        <translation>De webapplicatie schreef ticket {number} voor deze run. Het blijft daar staan.</translation>
    </message>
    <message>
        <source>The work on {number} was cut short: {told}. Begin again when you are ready.</source>
        <translation>Het werk aan {number} werd afgebroken: {told}. Begin opnieuw als je zover bent.</translation>
    </message>
    <message>
        <source>The {field} {value}</source>
        <translation>De waarde {value} ({field})</translation>
    </message>
    <message>
        <source>There are no runs to check.</source>
        <translation>Er zijn geen runs om te controleren.</translation>
    </message>
    <message>
        <source>There is no room left for the database. Nothing was saved.</source>
        <translation>Er is geen ruimte meer voor de database. Er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>There is nothing left to resolve.</source>
        <translation>Er valt niets meer op te lossen.</translation>
    </message>
    <message>
        <source>These credentials lead to Autotask database {found}, but {environment} is bound to database {bound}. All calls are stopped.</source>
        <translation>Deze aanmeldgegevens leiden naar Autotask-database {found}, maar {environment} is vastgelegd op database {bound}. Alle aanroepen zijn gestopt.</translation>
    </message>
    <message>
        <source>This Backupchecks database has no column for reviews.</source>
        <translation>Deze Backupchecks-database heeft geen kolom voor afhandelen.</translation>
    </message>
    <message>
        <source>This computer has no {environment} {word}. Enter it.</source>
        <translation>Deze computer heeft geen {word} voor {environment}. Voer het in.</translation>
    </message>
    <message>
        <source>This computer offers no keyring that can be used ({backend}).</source>
        <translation>Deze computer heeft geen bruikbare sleutelbos ({backend}).</translation>
    </message>
    <message>
        <source>This customer has no Autotask company yet.</source>
        <translation>Deze klant heeft nog geen Autotask-bedrijf.</translation>
    </message>
    <message>
        <source>This database does not hold the tables of this application yet.</source>
        <translation>Deze database bevat de tabellen van deze applicatie nog niet.</translation>
    </message>
    <message>
        <source>This database user may not mark runs as reviewed. Ask for the grant.</source>
        <translation>Deze databasegebruiker mag geen runs als afgehandeld markeren. Vraag om het recht.</translation>
    </message>
    <message>
        <source>This run already has ticket {number}, {origin}.</source>
        <translation>Deze run heeft al ticket {number}, {origin}.</translation>
    </message>
    <message>
        <source>This run already has ticket {number}.</source>
        <translation>Deze run heeft al ticket {number}.</translation>
    </message>
    <message>
        <source>This run has no ticket.</source>
        <translation>Deze run heeft geen ticket.</translation>
    </message>
    <message>
        <source>This run is for {company_name}</source>
        <translation>Deze run is voor {company_name}</translation>
    </message>
    <message>
        <source>This run is no longer in the Backupchecks database.</source>
        <translation>Deze run staat niet meer in de database van Backupchecks.</translation>
    </message>
    <message>
        <source>This ticket was not created here. Accept first that formatting can be lost.</source>
        <translation>Dit ticket is niet hier gemaakt. Accepteer eerst dat opmaak verloren kan gaan.</translation>
    </message>
    <message>
        <source>This workstation has no {environment} {secret}.</source>
        <translation>Dit werkstation heeft geen {secret} voor {environment}.</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>donderdag</translation>
    </message>
    <message>
        <source>Ticket fields and picklists</source>
        <translation>Ticketvelden en keuzelijsten</translation>
    </message>
    <message>
        <source>Ticket id {id} is number {found} in Autotask, but {number} is stored here, so nothing is written to it.</source>
        <translation>Ticket-ID {id} is in Autotask nummer {found}, maar hier staat {number}, dus er wordt niets naar geschreven.</translation>
    </message>
    <message>
        <source>Ticket id {id} was found with this very title. Decide whether it is this run&apos;s.</source>
        <translation>Ticket-ID {id} is gevonden met precies deze titel. Beslis of het bij deze run hoort.</translation>
    </message>
    <message>
        <source>Ticket id {ticket_id} was created for this run.</source>
        <translation>Ticket-ID {ticket_id} is voor deze run aangemaakt.</translation>
    </message>
    <message>
        <source>Ticket notes</source>
        <translation>Ticketnotities</translation>
    </message>
    <message>
        <source>Ticket numbers kept by Backupchecks itself are not seen, so they do not count as the ticket of a run.</source>
        <translation>Ticketnummers die Backupchecks zelf bewaart, zijn niet zichtbaar en tellen dus niet als ticket van een run.</translation>
    </message>
    <message>
        <source>Ticket states</source>
        <translation>Ticketstatussen</translation>
    </message>
    <message>
        <source>Ticket {number} belongs to another run meanwhile. Reject it here.</source>
        <translation>Ticket {number} hoort intussen bij een andere run. Wijs het hier af.</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Tickets cannot be told apart.</source>
        <translation>Tickets zijn niet van elkaar te onderscheiden.</translation>
    </message>
    <message>
        <source>Tickets have no number to show.</source>
        <translation>Tickets hebben geen nummer om te tonen.</translation>
    </message>
    <message>
        <source>Tickets made in the web application are not seen by their id, and ours do not appear there.</source>
        <translation>Tickets uit de webapplicatie zijn niet aan hun id te herkennen, en de onze verschijnen daar niet.</translation>
    </message>
    <message>
        <source>Time entries</source>
        <translation>Tijdregistraties</translation>
    </message>
    <message>
        <source>Time has been booked, so the ticket stays open.</source>
        <translation>Er is tijd geboekt, dus het ticket blijft open.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Probeer het over een minuut opnieuw.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Probeer het zo opnieuw.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Try again when you are online.</source>
        <translation>Probeer het opnieuw als je online bent.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Try again. If it stays, copy the details.</source>
        <translation>Probeer het opnieuw. Blijft het zo, kopieer dan de details.</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>dinsdag</translation>
    </message>
    <message>
        <source>Turn it on in Settings.</source>
        <translation>Zet het aan in Instellingen.</translation>
    </message>
    <message>
        <source>Turn the integration on in Settings.</source>
        <translation>Zet de integratie aan in Instellingen.</translation>
    </message>
    <message>
        <source>Type the number of the ticket.</source>
        <translation>Typ het nummer van het ticket.</translation>
    </message>
    <message>
        <source>Typed{by}, {when}.</source>
        <translation>Getypt{by}, {when}.</translation>
    </message>
    <message>
        <source>Unlock it, or keep the secret for this session only. It is never written to a file.</source>
        <translation>Ontgrendel hem, of bewaar het secret alleen voor deze sessie. Het wordt nooit in een bestand geschreven.</translation>
    </message>
    <message>
        <source>Unlock your keyring, then try again.</source>
        <translation>Ontgrendel je sleutelbos en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Until a value is chosen under Resolving and notes, no note can be added.</source>
        <translation>Tot er een waarde gekozen is onder Oplossen en notities, kan geen notitie worden toegevoegd.</translation>
    </message>
    <message>
        <source>Use at most {longest_address} characters.</source>
        <translation>Gebruik hoogstens {longest_address} tekens.</translation>
    </message>
    <message>
        <source>Use https and a host that ends in autotask.net.</source>
        <translation>Gebruik https en een host die eindigt op autotask.net.</translation>
    </message>
    <message>
        <source>Use the name and the password of the Backupchecks web application.</source>
        <translation>Gebruik de naam en het wachtwoord van de Backupchecks-webapplicatie.</translation>
    </message>
    <message>
        <source>User and secret</source>
        <translation>Gebruiker en secret</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Wacht even.</translation>
    </message>
    <message>
        <source>Wait for the outcome.</source>
        <translation>Wacht op de uitkomst.</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>woensdag</translation>
    </message>
    <message>
        <source>What an account may do is told by the server where it was taught to; otherwise the database user alone decides.</source>
        <translation>Wat een account mag, zegt de server waar dat is ingericht; anders beslist alleen de databasegebruiker.</translation>
    </message>
    <message>
        <source>What went wrong with an object is not shown and is missing in tickets.</source>
        <translation>Wat er met een object misging, wordt niet getoond en ontbreekt in tickets.</translation>
    </message>
    <message>
        <source>What {who} sent may still arrive. It can be taken over from {earliest:%H:%M} UTC.</source>
        <translation>Wat {who} verstuurde, kan nog aankomen. Overnemen kan vanaf {earliest:%H:%M} UTC.</translation>
    </message>
    <message>
        <source>When a mail arrived is not shown.</source>
        <translation>Wanneer een mail aankwam, wordt niet getoond.</translation>
    </message>
    <message>
        <source>When a run was linked is not shown.</source>
        <translation>Wanneer een run gekoppeld is, wordt niet getoond.</translation>
    </message>
    <message>
        <source>When such a ticket was made is not shown.</source>
        <translation>Wanneer zo&apos;n ticket gemaakt is, wordt niet getoond.</translation>
    </message>
    <message>
        <source>Where a run came from, mail or interface, is not shown.</source>
        <translation>Waar een run vandaan kwam, mail of koppelvlak, wordt niet getoond.</translation>
    </message>
    <message>
        <source>Whether such a ticket is resolved is not shown.</source>
        <translation>Of zo&apos;n ticket opgelost is, wordt niet getoond.</translation>
    </message>
    <message>
        <source>Whether the web application uses Autotask is not known.</source>
        <translation>Of de webapplicatie Autotask gebruikt, is niet bekend.</translation>
    </message>
    <message>
        <source>Which Autotask the web application uses is not known.</source>
        <translation>Welke Autotask de webapplicatie gebruikt, is niet bekend.</translation>
    </message>
    <message>
        <source>Who reads notes</source>
        <translation>Wie notities leest</translation>
    </message>
    <message>
        <source>Who reviewed a run is not shown and not recorded there.</source>
        <translation>Wie een run afhandelde, wordt daar niet getoond en niet vastgelegd.</translation>
    </message>
    <message>
        <source>Work type</source>
        <translation>Werktype</translation>
    </message>
    <message>
        <source>Working on {number}</source>
        <translation>Bezig met {number}</translation>
    </message>
    <message>
        <source>Write a note of 1 to {longest_note:,} characters.</source>
        <translation>Schrijf een notitie van 1 tot {longest_note:,} tekens.</translation>
    </message>
    <message>
        <source>Write the resolution</source>
        <translation>Oplossing schrijven</translation>
    </message>
    <message>
        <source>Write the whole address, such as https://backupchecks.example.com.</source>
        <translation>Schrijf het hele adres, zoals https://backupchecks.example.com.</translation>
    </message>
    <message>
        <source>Write the zone&apos;s whole address, or leave it empty.</source>
        <translation>Schrijf het hele adres van de zone, of laat het leeg.</translation>
    </message>
    <message>
        <source>Write {{job_id}} where the number of the job belongs.</source>
        <translation>Schrijf {{job_id}} waar het nummer van de taak hoort.</translation>
    </message>
    <message>
        <source>Your team decided so in Settings, Ticket defaults.</source>
        <translation>Zo heeft je team beslist in Instellingen, Ticketstandaarden.</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>a password stands in it, and belongs into the field for it</source>
        <translation>er staat een wachtwoord in, dat in het veld ervoor hoort</translation>
    </message>
    <message>
        <source>a person decides about the ticket that was found</source>
        <translation>een mens beslist over het gevonden ticket</translation>
    </message>
    <message>
        <source>a restored database</source>
        <translation>een teruggezette database</translation>
    </message>
    <message>
        <source>act as {role}</source>
        <translation>werken als {role}</translation>
    </message>
    <message>
        <source>add notes</source>
        <translation>notities toevoegen</translation>
    </message>
    <message>
        <source>added the note</source>
        <translation>de notitie heeft toegevoegd</translation>
    </message>
    <message>
        <source>an admin</source>
        <translation>een admin</translation>
    </message>
    <message>
        <source>an admin or operator</source>
        <translation>een admin of operator</translation>
    </message>
    <message>
        <source>an unknown status</source>
        <translation>een onbekende status</translation>
    </message>
    <message>
        <source>another</source>
        <translation>een ander</translation>
    </message>
    <message>
        <source>another run holds it</source>
        <translation>een andere run heeft het</translation>
    </message>
    <message>
        <source>before entry {id:,} at least one is missing.</source>
        <translation>voor regel {id:,} ontbreekt er minstens één.</translation>
    </message>
    <message>
        <source>belongs to another company</source>
        <translation>hoort bij een ander bedrijf</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categorie</translation>
    </message>
    <message>
        <source>change mappings</source>
        <translation>bedrijfskoppelingen wijzigen</translation>
    </message>
    <message>
        <source>change the settings</source>
        <translation>de instellingen wijzigen</translation>
    </message>
    <message>
        <source>claim released</source>
        <translation>poging vrijgegeven</translation>
    </message>
    <message>
        <source>claim taken over</source>
        <translation>poging overgenomen</translation>
    </message>
    <message>
        <source>claimed by {names}</source>
        <translation>geclaimd door {names}</translation>
    </message>
    <message>
        <source>column {column} of {word}</source>
        <translation>kolom {column} van {word}</translation>
    </message>
    <message>
        <source>company</source>
        <translation>bedrijf</translation>
    </message>
    <message>
        <source>company or title do not fit</source>
        <translation>bedrijf of titel past niet</translation>
    </message>
    <message>
        <source>company {company_id}: {against}</source>
        <translation>bedrijf {company_id}: {against}</translation>
    </message>
    <message>
        <source>completed status tested</source>
        <translation>voltooiingsstatus getest</translation>
    </message>
    <message>
        <source>create</source>
        <translation>aanmaken</translation>
    </message>
    <message>
        <source>create tickets</source>
        <translation>tickets aanmaken</translation>
    </message>
    <message>
        <source>created</source>
        <translation>aangemaakt</translation>
    </message>
    <message>
        <source>created for this run</source>
        <translation>aangemaakt voor deze run</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>klant</translation>
    </message>
    <message>
        <source>customer {id} is {name} here, not {customer}</source>
        <translation>klant {id} is hier {name}, niet {customer}</translation>
    </message>
    <message>
        <source>deleted, or not accessible to the API user</source>
        <translation>verwijderd, of niet toegankelijk voor de API-gebruiker</translation>
    </message>
    <message>
        <source>ended by a link that is gone; not found in Autotask</source>
        <translation>beëindigd door een koppeling die weg is; niet gevonden in Autotask</translation>
    </message>
    <message>
        <source>enter secrets</source>
        <translation>secrets invoeren</translation>
    </message>
    <message>
        <source>enter ticket numbers</source>
        <translation>ticketnummers invoeren</translation>
    </message>
    <message>
        <source>entry {id:,} does not follow the one before it.</source>
        <translation>regel {id:,} volgt niet op de vorige.</translation>
    </message>
    <message>
        <source>entry {id:,} is not the one that this computer saw.</source>
        <translation>regel {id:,} is niet de regel die deze computer zag.</translation>
    </message>
    <message>
        <source>entry {id:,} no longer says what was written.</source>
        <translation>regel {id:,} zegt niet meer wat er geschreven is.</translation>
    </message>
    <message>
        <source>entry {known:,}, which this computer saw, is gone.</source>
        <translation>regel {known:,}, die deze computer zag, is weg.</translation>
    </message>
    <message>
        <source>export lists</source>
        <translation>lijsten exporteren</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>mislukt</translation>
    </message>
    <message>
        <source>found after the run was linked</source>
        <translation>gevonden nadat de run gekoppeld was</translation>
    </message>
    <message>
        <source>found in Autotask</source>
        <translation>gevonden in Autotask</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactief</translation>
    </message>
    <message>
        <source>is already linked</source>
        <translation>is al gekoppeld</translation>
    </message>
    <message>
        <source>is complete</source>
        <translation>is voltooid</translation>
    </message>
    <message>
        <source>is marked invalid; refresh it under Customers to see why.</source>
        <translation>is als ongeldig gemarkeerd; vernieuw het onder Klanten om te zien waarom.</translation>
    </message>
    <message>
        <source>is not the one that Backupchecks shows</source>
        <translation>is niet het ticket dat Backupchecks toont</translation>
    </message>
    <message>
        <source>is {invalid_because}. Mend it in Autotask, or map another company.</source>
        <translation>is {invalid_because}. Maak het in orde in Autotask, of koppel een ander bedrijf.</translation>
    </message>
    <message>
        <source>issue type</source>
        <translation>probleemtype</translation>
    </message>
    <message>
        <source>it has more than {most_rows:,} lines</source>
        <translation>het heeft meer dan {most_rows:,} regels</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>het is leeg</translation>
    </message>
    <message>
        <source>it is no table of separated values ({error})</source>
        <translation>het is geen tabel met gescheiden waarden ({error})</translation>
    </message>
    <message>
        <source>it is not of the form kind://place/name</source>
        <translation>het heeft niet de vorm soort://plaats/naam</translation>
    </message>
    <message>
        <source>it may still arrive</source>
        <translation>het kan nog aankomen</translation>
    </message>
    <message>
        <source>it names no database</source>
        <translation>het noemt geen database</translation>
    </message>
    <message>
        <source>it names no file</source>
        <translation>het noemt geen bestand</translation>
    </message>
    <message>
        <source>its company or title</source>
        <translation>bedrijf of titel</translation>
    </message>
    <message>
        <source>its first line must name the columns {one} and {other}</source>
        <translation>de eerste regel moet de kolommen {one} en {other} noemen</translation>
    </message>
    <message>
        <source>keyrings.alt keeps secrets in files</source>
        <translation>keyrings.alt bewaart secrets in bestanden</translation>
    </message>
    <message>
        <source>left over before anything was sent</source>
        <translation>achtergebleven voordat er iets was verstuurd</translation>
    </message>
    <message>
        <source>link tickets</source>
        <translation>tickets koppelen</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>gekoppeld</translation>
    </message>
    <message>
        <source>linked meanwhile</source>
        <translation>intussen gekoppeld</translation>
    </message>
    <message>
        <source>look here</source>
        <translation>let op</translation>
    </message>
    <message>
        <source>made for run {run_id}, which is the same report</source>
        <translation>gemaakt voor run {run_id}, die hetzelfde rapport is</translation>
    </message>
    <message>
        <source>made for run {twin_id}, which is the same report</source>
        <translation>gemaakt voor run {twin_id}, die hetzelfde rapport is</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>handmatig</translation>
    </message>
    <message>
        <source>mapped to {name}</source>
        <translation>gekoppeld aan {name}</translation>
    </message>
    <message>
        <source>mapping cleared</source>
        <translation>bedrijfskoppeling gewist</translation>
    </message>
    <message>
        <source>mapping refreshed</source>
        <translation>bedrijfskoppeling vernieuwd</translation>
    </message>
    <message>
        <source>mapping set</source>
        <translation>bedrijf gekoppeld</translation>
    </message>
    <message>
        <source>mark runs as reviewed</source>
        <translation>runs als afgehandeld markeren</translation>
    </message>
    <message>
        <source>may get a ticket of its own</source>
        <translation>krijgt mogelijk een eigen ticket</translation>
    </message>
    <message>
        <source>may not {acts}</source>
        <translation>mag dit niet: {acts}</translation>
    </message>
    <message>
        <source>memory of this session</source>
        <translation>geheugen van deze sessie</translation>
    </message>
    <message>
        <source>more than one ticket carries the marker</source>
        <translation>meer dan één ticket heeft het kenmerk</translation>
    </message>
    <message>
        <source>name given</source>
        <translation>naam gegeven</translation>
    </message>
    <message>
        <source>no company</source>
        <translation>geen bedrijf</translation>
    </message>
    <message>
        <source>no company in the file: the mapping stays</source>
        <translation>geen bedrijf in het bestand: de koppeling blijft</translation>
    </message>
    <message>
        <source>no keyring service is running</source>
        <translation>er draait geen sleutelbosdienst</translation>
    </message>
    <message>
        <source>no longer shown</source>
        <translation>niet meer getoond</translation>
    </message>
    <message>
        <source>no note was added</source>
        <translation>er is geen notitie toegevoegd</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>none was shown</source>
        <translation>er werd er geen getoond</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>niet gekozen</translation>
    </message>
    <message>
        <source>not found in Autotask after repeated looks</source>
        <translation>na herhaald zoeken niet gevonden in Autotask</translation>
    </message>
    <message>
        <source>not seen on the ticket</source>
        <translation>niet gezien op het ticket</translation>
    </message>
    <message>
        <source>not used: resolving is off</source>
        <translation>niet gebruikt: oplossen staat uit</translation>
    </message>
    <message>
        <source>note added</source>
        <translation>notitie toegevoegd</translation>
    </message>
    <message>
        <source>note being sent</source>
        <translation>notitie wordt verstuurd</translation>
    </message>
    <message>
        <source>note not added</source>
        <translation>notitie niet toegevoegd</translation>
    </message>
    <message>
        <source>note type</source>
        <translation>notitietype</translation>
    </message>
    <message>
        <source>note {id}</source>
        <translation>notitie {id}</translation>
    </message>
    <message>
        <source>number typed</source>
        <translation>nummer getypt</translation>
    </message>
    <message>
        <source>of run {run_id}</source>
        <translation>van run {run_id}</translation>
    </message>
    <message>
        <source>offered ticket accepted</source>
        <translation>aangeboden ticket geaccepteerd</translation>
    </message>
    <message>
        <source>offered ticket rejected</source>
        <translation>aangeboden ticket afgewezen</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>uitkomst onbekend</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>in orde</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioriteit</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>publicatie</translation>
    </message>
    <message>
        <source>query</source>
        <translation>opvragen</translation>
    </message>
    <message>
        <source>query ticket notes</source>
        <translation>ticketnotities opvragen</translation>
    </message>
    <message>
        <source>query time entries</source>
        <translation>tijdregistraties opvragen</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>wachtrij</translation>
    </message>
    <message>
        <source>read the audit log</source>
        <translation>de auditlog lezen</translation>
    </message>
    <message>
        <source>record at</source>
        <translation>het record op</translation>
    </message>
    <message>
        <source>reference data read</source>
        <translation>referentiedata gelezen</translation>
    </message>
    <message>
        <source>rename acknowledged</source>
        <translation>nieuwe naam bevestigd</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>oplossing</translation>
    </message>
    <message>
        <source>resolve tickets</source>
        <translation>tickets oplossen</translation>
    </message>
    <message>
        <source>resolving begun</source>
        <translation>oplossen begonnen</translation>
    </message>
    <message>
        <source>resolving ended</source>
        <translation>oplossen beëindigd</translation>
    </message>
    <message>
        <source>resolving taken over</source>
        <translation>oplossen overgenomen</translation>
    </message>
    <message>
        <source>review taken back</source>
        <translation>afhandeling teruggenomen</translation>
    </message>
    <message>
        <source>run reviewed</source>
        <translation>run afgehandeld</translation>
    </message>
    <message>
        <source>running</source>
        <translation>bezig</translation>
    </message>
    <message>
        <source>second ticket found</source>
        <translation>tweede ticket gevonden</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>secret</translation>
    </message>
    <message>
        <source>settings saved</source>
        <translation>instellingen opgeslagen</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>iemand</translation>
    </message>
    <message>
        <source>somebody in Autotask</source>
        <translation>iemand in Autotask</translation>
    </message>
    <message>
        <source>something that a newer version does</source>
        <translation>iets wat een nieuwere versie doet</translation>
    </message>
    <message>
        <source>source</source>
        <translation>bron</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>status now {label}</source>
        <translation>status nu {label}</translation>
    </message>
    <message>
        <source>stopped before anything was sent</source>
        <translation>gestopt voordat er iets was verstuurd</translation>
    </message>
    <message>
        <source>stopped while Autotask was busy</source>
        <translation>gestopt terwijl Autotask bezet was</translation>
    </message>
    <message>
        <source>sub-issue type</source>
        <translation>subprobleemtype</translation>
    </message>
    <message>
        <source>such table</source>
        <translation>zo&apos;n tabel</translation>
    </message>
    <message>
        <source>table of {word}</source>
        <translation>tabel met {word}</translation>
    </message>
    <message>
        <source>the application ended before the answer came</source>
        <translation>de applicatie eindigde voordat het antwoord kwam</translation>
    </message>
    <message>
        <source>the file names this company in more than one line</source>
        <translation>het bestand noemt dit bedrijf op meer dan één regel</translation>
    </message>
    <message>
        <source>the file names this customer in more than one line</source>
        <translation>het bestand noemt deze klant op meer dan één regel</translation>
    </message>
    <message>
        <source>the note is on the ticket</source>
        <translation>de notitie staat op het ticket</translation>
    </message>
    <message>
        <source>the null keyring keeps nothing</source>
        <translation>de null-sleutelbos bewaart niets</translation>
    </message>
    <message>
        <source>the resolution is not written</source>
        <translation>de oplossing is niet geschreven</translation>
    </message>
    <message>
        <source>the resolution is written</source>
        <translation>de oplossing is geschreven</translation>
    </message>
    <message>
        <source>the run is linked; its former attempt may still arrive</source>
        <translation>de run is gekoppeld; de eerdere poging kan nog aankomen</translation>
    </message>
    <message>
        <source>the same when read back</source>
        <translation>gelijk bij het teruglezen</translation>
    </message>
    <message>
        <source>the status was left as it is</source>
        <translation>de status is zo gelaten</translation>
    </message>
    <message>
        <source>this line is for {other}, but {environment} is in use</source>
        <translation>deze regel is voor {other}, maar {environment} is in gebruik</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>ticket being sent</source>
        <translation>ticket wordt verstuurd</translation>
    </message>
    <message>
        <source>ticket claimed</source>
        <translation>ticket geclaimd</translation>
    </message>
    <message>
        <source>ticket created</source>
        <translation>ticket aangemaakt</translation>
    </message>
    <message>
        <source>ticket found and adopted</source>
        <translation>ticket gevonden en overgenomen</translation>
    </message>
    <message>
        <source>ticket linked</source>
        <translation>ticket gekoppeld</translation>
    </message>
    <message>
        <source>ticket looked at</source>
        <translation>ticket bekeken</translation>
    </message>
    <message>
        <source>ticket not updated</source>
        <translation>ticket niet bijgewerkt</translation>
    </message>
    <message>
        <source>ticket offered</source>
        <translation>ticket aangeboden</translation>
    </message>
    <message>
        <source>ticket refused</source>
        <translation>ticket geweigerd</translation>
    </message>
    <message>
        <source>ticket unlinked</source>
        <translation>ticket ontkoppeld</translation>
    </message>
    <message>
        <source>ticket update being sent</source>
        <translation>ticketupdate wordt verstuurd</translation>
    </message>
    <message>
        <source>ticket updated</source>
        <translation>ticket bijgewerkt</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>tijd onbekend</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>komt nog</translation>
    </message>
    <message>
        <source>too much time passed since it was decided</source>
        <translation>er verstreek te veel tijd sinds het besluit</translation>
    </message>
    <message>
        <source>too much time passed since time entries were looked for</source>
        <translation>er verstreek te veel tijd sinds naar tijdregistraties is gekeken</translation>
    </message>
    <message>
        <source>took the resolution</source>
        <translation>de oplossing heeft overgenomen</translation>
    </message>
    <message>
        <source>took the status</source>
        <translation>de status heeft overgenomen</translation>
    </message>
    <message>
        <source>tracking identifier</source>
        <translation>tracking-ID</translation>
    </message>
    <message>
        <source>unlink tickets</source>
        <translation>tickets ontkoppelen</translation>
    </message>
    <message>
        <source>update</source>
        <translation>bijwerken</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>zichtbaar</translation>
    </message>
    <message>
        <source>web application</source>
        <translation>webapplicatie</translation>
    </message>
    <message>
        <source>what was stored could not be read back</source>
        <translation>wat bewaard was, kon niet worden teruggelezen</translation>
    </message>
    <message>
        <source>work type</source>
        <translation>werktype</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschreven</translation>
    </message>
    <message>
        <source>{address} is not an address of Autotask. Nothing was sent.</source>
        <translation>{address} is geen adres van Autotask. Er is niets verstuurd.</translation>
    </message>
    <message>
        <source>{advice}</source>
        <translation>{advice}</translation>
    </message>
    <message>
        <source>{checked:,} entries follow each other without a gap, and each still says what it said when it was written.</source>
        <translation>{checked:,} regels volgen zonder gat op elkaar, en elke regel zegt nog wat er bij het schrijven stond.</translation>
    </message>
    <message>
        <source>{company_id!r} is no company id</source>
        <translation>{company_id!r} is geen bedrijfs-ID</translation>
    </message>
    <message>
        <source>{company} ({id}) is already mapped to {customer}.</source>
        <translation>{company} ({id}) is al gekoppeld aan {customer}.</translation>
    </message>
    <message>
        <source>{count} time entries are</source>
        <translation>{count} tijdregistraties staan</translation>
    </message>
    <message>
        <source>{customer_id!r} is no customer id</source>
        <translation>{customer_id!r} is geen klant-ID</translation>
    </message>
    <message>
        <source>{customer} has no Autotask company.</source>
        <translation>{customer} heeft geen Autotask-bedrijf.</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{entries} on this ticket since its resolution was written, so its status was left as it is. Close it in Autotask when the billing is done.</source>
        <translation>{entries} op dit ticket sinds de oplossing is geschreven, dus de status is zo gelaten. Sluit het in Autotask als de facturatie klaar is.</translation>
    </message>
    <message>
        <source>{entries} on this ticket. Add note only tells Autotask that the backup works again; close the ticket there when the billing is done.</source>
        <translation>{entries} op dit ticket. Alleen notitie toevoegen laat Autotask weten dat de back-up weer werkt; sluit het ticket daar als de facturatie klaar is.</translation>
    </message>
    <message>
        <source>{host} answered with a web page instead of data.</source>
        <translation>{host} antwoordde met een webpagina in plaats van gegevens.</translation>
    </message>
    <message>
        <source>{label} changes nothing else</source>
        <translation>{label} verandert niets anders</translation>
    </message>
    <message>
        <source>{label} did not complete the test ticket {number}, {when}.</source>
        <translation>{label} voltooide het testticket {number} niet, {when}.</translation>
    </message>
    <message>
        <source>{label} is no longer offered by Autotask. Choose another {field}.</source>
        <translation>{label} wordt niet meer aangeboden door Autotask. Kies een andere waarde ({field}).</translation>
    </message>
    <message>
        <source>{label} sets completedDate</source>
        <translation>{label} zet completedDate</translation>
    </message>
    <message>
        <source>{label} sets resolvedDateTime</source>
        <translation>{label} zet resolvedDateTime</translation>
    </message>
    <message>
        <source>{label}, not proven</source>
        <translation>{label}, niet bewezen</translation>
    </message>
    <message>
        <source>{label}, proven {when}</source>
        <translation>{label}, bewezen {when}</translation>
    </message>
    <message>
        <source>{label}: not set</source>
        <translation>{label}: niet gezet</translation>
    </message>
    <message>
        <source>{label}: set</source>
        <translation>{label}: gezet</translation>
    </message>
    <message>
        <source>{label}: what is chosen cannot be used.</source>
        <translation>{label}: wat gekozen is, is niet bruikbaar.</translation>
    </message>
    <message>
        <source>{module} is not a keyring of the operating system</source>
        <translation>{module} is geen sleutelbos van het besturingssysteem</translation>
    </message>
    <message>
        <source>{n:,} values</source>
        <translation>{n:,} waarden</translation>
    </message>
    <message>
        <source>{name} ({id}) is inactive.</source>
        <translation>{name} ({id}) is inactief.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>{name} is niet te lezen: {why}.</translation>
    </message>
    <message>
        <source>{name} is too large for a file of mappings.</source>
        <translation>{name} is te groot voor een bestand met koppelingen.</translation>
    </message>
    <message>
        <source>{name} · database id (ci) {database_id}</source>
        <translation>{name} · database-ID (ci) {database_id}</translation>
    </message>
    <message>
        <source>{number} (id {id}) is for {company_name}</source>
        <translation>{number} (id {id}) is voor {company_name}</translation>
    </message>
    <message>
        <source>{number} is a number typed by hand.</source>
        <translation>{number} is een nummer dat met de hand is getypt.</translation>
    </message>
    <message>
        <source>{number} is complete ({status_label}). Nobody works on it any more.</source>
        <translation>{number} is voltooid ({status_label}). Niemand werkt er nog aan.</translation>
    </message>
    <message>
        <source>{n} found, {hours:g} h</source>
        <translation>{n} gevonden, {hours:g} u</translation>
    </message>
    <message>
        <source>{operator} ({workstation}) is at work. Wait for the outcome.</source>
        <translation>{operator} ({workstation}) is bezig. Wacht op de uitkomst.</translation>
    </message>
    <message>
        <source>{operator} is working on this run.</source>
        <translation>{operator} is met deze run bezig.</translation>
    </message>
    <message>
        <source>{operator} is working on this ticket.</source>
        <translation>{operator} is met dit ticket bezig.</translation>
    </message>
    <message>
        <source>{operator} left an attempt behind.</source>
        <translation>{operator} liet een poging achter.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} is niet te schrijven: {why}.</translation>
    </message>
    <message>
        <source>{problem}</source>
        <translation>{problem}</translation>
    </message>
    <message>
        <source>{problem} Nothing was saved.</source>
        <translation>{problem} Er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{said} Entry {id:,}, which this computer remembers, is among them.</source>
        <translation>{said} Regel {id:,}, die deze computer zich herinnert, is erbij.</translation>
    </message>
    <message>
        <source>{said} This computer had nothing remembered to compare with.</source>
        <translation>{said} Deze computer had niets onthouden om mee te vergelijken.</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} en {last}</translation>
    </message>
    <message>
        <source>{used:,} of {allowed:,} calls used this hour</source>
        <translation>{used:,} van {allowed:,} aanroepen gebruikt dit uur</translation>
    </message>
    <message>
        <source>{used:,} of {allowed:,} calls were used in the last 60 minutes by all integrations.</source>
        <translation>{used:,} van {allowed:,} aanroepen zijn in de laatste 60 minuten gebruikt door alle integraties samen.</translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}, {time} ({zone})</source>
        <translation>{weekday} {day} {month} {year}, {time} ({zone})</translation>
    </message>
    <message>
        <source>{what}: no longer as shown, so nothing was done. Changed by {who} while you looked.</source>
        <translation>{what}: niet meer zoals getoond, dus er is niets gedaan. Gewijzigd door {who} terwijl je keek.</translation>
    </message>
    <message>
        <source>{which}: nothing usable is chosen.</source>
        <translation>{which}: er is niets bruikbaars gekozen.</translation>
    </message>
    <message>
        <source>{who} is at work. Wait for the outcome.</source>
        <translation>{who} is bezig. Wacht op de uitkomst.</translation>
    </message>
    <message>
        <source>{who} is working on this run.</source>
        <translation>{who} is met deze run bezig.</translation>
    </message>
    <message>
        <source>{who} is working on ticket {number}. Nothing was written.</source>
        <translation>{who} is met ticket {number} bezig. Er is niets geschreven.</translation>
    </message>
    <message>
        <source>{who} named other tables or columns of Backupchecks, so nothing was done.</source>
        <translation>{who} noemde andere tabellen of kolommen van Backupchecks, dus er is niets gedaan.</translation>
    </message>
    <message>
        <source>{why} Nobody knows whether the test was written. {where_to_look}</source>
        <translation>{why} Niemand weet of de test geschreven is. {where_to_look}</translation>
    </message>
    <message>
        <source>{workstation} no longer answers. Take the attempt over first.</source>
        <translation>{workstation} antwoordt niet meer. Neem eerst de poging over.</translation>
    </message>
</context>
<context>
    <name>DueFields</name>
    <message>
        <source>Due</source>
        <translation>Vervaldatum</translation>
    </message>
    <message>
        <source>Due at</source>
        <translation>Vervalt om</translation>
    </message>
    <message>
        <source>Hours until due</source>
        <translation>Uren tot vervallen</translation>
    </message>
    <message>
        <source>hours from now</source>
        <translation>uur vanaf nu</translation>
    </message>
    <message>
        <source>Same day at</source>
        <translation>Dezelfde dag om</translation>
    </message>
    <message>
        <source>Next working day at</source>
        <translation>Volgende werkdag om</translation>
    </message>
    <message>
        <source>In {n} working days at</source>
        <translation>Over {n} werkdagen om</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>Hours count round the clock</source>
        <translation>Uren tellen dag en nacht door</translation>
    </message>
</context>
<context>
    <name>EmptyRuns</name>
    <message>
        <source>No runs in this database yet</source>
        <translation>Nog geen runs in deze database</translation>
    </message>
    <message>
        <source>Backupchecks stores them as reports arrive. Check that it is this database.</source>
        <translation>Backupchecks bewaart ze zodra rapporten binnenkomen. Controleer of dit de juiste database is.</translation>
    </message>
    <message>
        <source>Open database settings</source>
        <translation>Database-instellingen openen</translation>
    </message>
    <message>
        <source>No run matches &apos;{search}&apos;.</source>
        <translation>Geen run past bij &apos;{search}&apos;.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Zoeken wissen</translation>
    </message>
    <message>
        <source>Nothing left to review</source>
        <translation>Niets meer af te handelen</translation>
    </message>
    <message>
        <source>Show open tickets ({n})</source>
        <translation>Open tickets tonen ({n})</translation>
    </message>
    <message>
        <source>Show missed ({n})</source>
        <translation>Gemiste tonen ({n})</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Alle runs tonen</translation>
    </message>
    <message>
        <source>No run needs a ticket</source>
        <translation>Geen run heeft een ticket nodig</translation>
    </message>
    <message>
        <source>No open tickets</source>
        <translation>Geen open tickets</translation>
    </message>
    <message>
        <source>No run waits for its outcome</source>
        <translation>Geen run wacht op een uitkomst</translation>
    </message>
    <message>
        <source>No missed runs</source>
        <translation>Geen gemiste runs</translation>
    </message>
    <message>
        <source>No runs</source>
        <translation>Geen runs</translation>
    </message>
    <message>
        <source>Shown: {filters}.</source>
        <translation>Getoond: {filters}.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filters wissen</translation>
    </message>
    <message>
        <source>Show all time</source>
        <translation>Alle tijd tonen</translation>
    </message>
</context>
<context>
    <name>EnvironmentStrip</name>
    <message>
        <source>Autotask is off. Ticket numbers are typed by hand.</source>
        <translation>Autotask staat uit. Ticketnummers typ je met de hand.</translation>
    </message>
    <message>
        <source>Live environment. Tickets created here are real.</source>
        <translation>Live-omgeving. Tickets die je hier aanmaakt zijn echt.</translation>
    </message>
    <message>
        <source>Test environment. Nothing here reaches live customers or invoices.</source>
        <translation>Testomgeving. Niets hier bereikt echte klanten of facturen.</translation>
    </message>
</context>
<context>
    <name>ExampleSide</name>
    <message>
        <source>Made from run</source>
        <translation>Gemaakt van run</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Waarschuwing</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Gemist</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Issue type</source>
        <translation>Probleemtype</translation>
    </message>
    <message>
        <source>Sub-issue type</source>
        <translation>Subprobleemtype</translation>
    </message>
    <message>
        <source>Work type</source>
        <translation>Werktype</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Omschrijving</translation>
    </message>
    <message>
        <source>Example with these settings</source>
        <translation>Voorbeeld met deze instellingen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Velden</translation>
    </message>
    <message>
        <source>The example changes as you type. Nothing is sent.</source>
        <translation>Het voorbeeld verandert terwijl je typt. Er wordt niets verstuurd.</translation>
    </message>
    <message>
        <source>{n} of {limit}</source>
        <translation>{n} van {limit}</translation>
    </message>
    <message>
        <source>{n} of {limit} characters</source>
        <translation>{n} van {limit} tekens</translation>
    </message>
    <message>
        <source>UTC {time}</source>
        <translation>UTC {time}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wachtrij</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vervaldatum</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioriteit</translation>
    </message>
    <message>
        <source>Such runs get no ticket</source>
        <translation>Zulke runs krijgen geen ticket</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Nog niet gekozen</translation>
    </message>
    <message>
        <source>{label}, not offered</source>
        <translation>{label}, niet aangeboden</translation>
    </message>
</context>
<context>
    <name>ExchangePresenter</name>
    <message>
        <source>Export mappings</source>
        <translation>Koppelingen exporteren</translation>
    </message>
    <message>
        <source>Import mappings</source>
        <translation>Koppelingen importeren</translation>
    </message>
    <message>
        <source>1 customer was exported to {file}.</source>
        <translation>1 klant geëxporteerd naar {file}.</translation>
    </message>
    <message>
        <source>{n} customers were exported to {file}.</source>
        <translation>{n} klanten geëxporteerd naar {file}.</translation>
    </message>
    <message>
        <source>The mappings are being saved.</source>
        <translation>De koppelingen worden opgeslagen.</translation>
    </message>
    <message>
        <source>1 mapping was imported.</source>
        <translation>1 koppeling geïmporteerd.</translation>
    </message>
    <message>
        <source>{n} mappings were imported.</source>
        <translation>{n} koppelingen geïmporteerd.</translation>
    </message>
</context>
<context>
    <name>ExportPresenter</name>
    <message>
        <source>Export this view as CSV</source>
        <translation>Deze weergave als CSV exporteren</translation>
    </message>
    <message>
        <source>1 run was exported to {file}.</source>
        <translation>1 run geëxporteerd naar {file}.</translation>
    </message>
    <message>
        <source>{n} runs were exported to {file}.</source>
        <translation>{n} runs geëxporteerd naar {file}.</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagescheiden waarden (*.csv)</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Enter what the administrator made</source>
        <translation>Voer in wat de beheerder heeft gemaakt</translation>
    </message>
    <message>
        <source>User name, secret and tracking identifier, and where Backupchecks is.</source>
        <translation>Gebruikersnaam, secret en tracking-ID, en waar Backupchecks is.</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Test de verbinding</translation>
    </message>
    <message>
        <source>Only reads. It also reads the choices of the next step.</source>
        <translation>Leest alleen. Leest ook de keuzes van de volgende stap.</translation>
    </message>
    <message>
        <source>What a ticket gets</source>
        <translation>Wat een ticket krijgt</translation>
    </message>
    <message>
        <source>All of it can be changed later under Settings, Ticket defaults.</source>
        <translation>Alles is later te wijzigen onder Instellingen, Ticketstandaarden.</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Nog niet verbonden</translation>
    </message>
    <message>
        <source>Autotask database {id} · zone {zone}</source>
        <translation>Autotask-database {id} · zone {zone}</translation>
    </message>
    <message>
        <source>Test the connection first; it also reads the choices of the next step.</source>
        <translation>Test eerst de verbinding; dat leest ook de keuzes van de volgende stap.</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Not connected yet</source>
        <translation>Nog niet verbonden</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>API user in Autotask</source>
        <translation>API-gebruiker in Autotask</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Aanmeldgegevens</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbinding testen</translation>
    </message>
    <message>
        <source>Ticket defaults</source>
        <translation>Ticketstandaarden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Voltooien</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Later verder</translation>
    </message>
</context>
<context>
    <name>FirstStartPresenter</name>
    <message>
        <source>Test the database first.</source>
        <translation>Test eerst de database.</translation>
    </message>
    <message>
        <source>It holds nothing of Backupchecks.</source>
        <translation>Er staat niets van Backupchecks in.</translation>
    </message>
    <message>
        <source>The database is open. Another one is chosen under Settings.</source>
        <translation>De database is open. Een andere kies je onder Instellingen.</translation>
    </message>
    <message>
        <source>The database is being looked at.</source>
        <translation>De database wordt bekeken.</translation>
    </message>
    <message>
        <source>Looking at the database…</source>
        <translation>Database bekijken…</translation>
    </message>
</context>
<context>
    <name>Follow</name>
    <message>
        <source>Live, updated {time}</source>
        <translation>Live, bijgewerkt {time}</translation>
    </message>
    <message>
        <source>Not live, as of {time}</source>
        <translation>Niet live, stand van {time}</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Niet live</translation>
    </message>
    <message>
        <source>The database answers again. Everything shown is current.</source>
        <translation>De database antwoordt weer. Alles wat je ziet is actueel.</translation>
    </message>
</context>
<context>
    <name>FormChoice</name>
    <message>
        <source>Choose…</source>
        <translation>Kies…</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>Not saved yet</source>
        <translation>Nog niet opgeslagen</translation>
    </message>
</context>
<context>
    <name>FormSecret</name>
    <message>
        <source>Forget</source>
        <translation>Vergeten</translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation>{name} vergeten</translation>
    </message>
</context>
<context>
    <name>FoundInMessagesLine</name>
    <message>
        <source>1 more found in messages.</source>
        <translation>Nog 1 gevonden in meldingen.</translation>
    </message>
    <message>
        <source>{n} more found in messages.</source>
        <translation>Nog {n} gevonden in meldingen.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Autotask database {id} · zone {zone}</source>
        <translation>Autotask-database {id} · zone {zone}</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>The morning&apos;s work</source>
        <translation>Het werk van de ochtend</translation>
    </message>
    <message>
        <source>From the list to the ticket</source>
        <translation>Van de lijst naar het ticket</translation>
    </message>
    <message>
        <source>A run that waits</source>
        <translation>Een run die wacht</translation>
    </message>
    <message>
        <source>The answer of Autotask was lost</source>
        <translation>Het antwoord van Autotask ging verloren</translation>
    </message>
    <message>
        <source>Link a ticket that exists</source>
        <translation>Een bestaand ticket koppelen</translation>
    </message>
    <message>
        <source>One run, or several</source>
        <translation>Eén run, of meer</translation>
    </message>
    <message>
        <source>Resolve a ticket</source>
        <translation>Een ticket oplossen</translation>
    </message>
    <message>
        <source>When the backup works again</source>
        <translation>Als de back-up weer werkt</translation>
    </message>
    <message>
        <source>Customers and companies</source>
        <translation>Klanten en bedrijven</translation>
    </message>
    <message>
        <source>Which company is whose</source>
        <translation>Welk bedrijf van wie is</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <translation>Als er iets mis is</translation>
    </message>
    <message>
        <source>Messages, logs, diagnostics</source>
        <translation>Meldingen, logs, diagnostiek</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Inrichten</translation>
    </message>
    <message>
        <source>For admins, Sandbox first</source>
        <translation>Voor admins, eerst Sandbox</translation>
    </message>
    <message>
        <source>Create the API user</source>
        <translation>API-gebruiker aanmaken</translation>
    </message>
    <message>
        <source>In Autotask, step by step</source>
        <translation>In Autotask, stap voor stap</translation>
    </message>
    <message>
        <source>Database and roles</source>
        <translation>Database en rollen</translation>
    </message>
    <message>
        <source>Rights and restores</source>
        <translation>Rechten en teruggezette kopieën</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Everything without the mouse</source>
        <translation>Alles zonder muis</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>What the terms mean</source>
        <translation>Wat de termen betekenen</translation>
    </message>
</context>
<context>
    <name>HelpBrowser</name>
    <message>
        <source>Help page</source>
        <translation>Helppagina</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Search help</source>
        <translation>Zoeken in help</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Helppagina&apos;s</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>There is no page before this one.</source>
        <translation>Er is geen pagina voor deze.</translation>
    </message>
    <message>
        <source>No page holds “{words}”.</source>
        <translation>Geen pagina bevat “{words}”.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Nothing was done to this mapping here yet.</source>
        <translation>Met deze koppeling is hier nog niets gedaan.</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>was {before}</source>
        <translation>was {before}</translation>
    </message>
    <message>
        <source>Nothing was done with this run yet.</source>
        <translation>Met deze run is nog niets gedaan.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import mappings</source>
        <translation>Koppelingen importeren</translation>
    </message>
    <message>
        <source>Mappings for the test environment.</source>
        <translation>Koppelingen voor de testomgeving.</translation>
    </message>
    <message>
        <source>Mappings for the live environment.</source>
        <translation>Koppelingen voor de live-omgeving.</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Regels van het bestand</translation>
    </message>
    <message>
        <source>{file} would map {n} customers</source>
        <translation>{file} zou {n} klanten koppelen</translation>
    </message>
    <message>
        <source>{file} would map 1 customer</source>
        <translation>{file} zou 1 klant koppelen</translation>
    </message>
    <message>
        <source>{file} would change nothing</source>
        <translation>{file} zou niets veranderen</translation>
    </message>
    <message>
        <source>Nothing is written until you accept; then all of it or nothing. Refused lines are left out. Every company was looked up in Autotask just now.</source>
        <translation>Er wordt niets geschreven tot je accepteert; dan alles of niets. Geweigerde regels blijven weg. Elk bedrijf is zojuist opgezocht in Autotask.</translation>
    </message>
    <message>
        <source>Import 1 mapping</source>
        <translation>1 koppeling importeren</translation>
    </message>
    <message>
        <source>Import {n} mappings</source>
        <translation>{n} koppelingen importeren</translation>
    </message>
    <message>
        <source>No line of this file changes anything.</source>
        <translation>Geen regel van dit bestand verandert iets.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gelijk</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>in place of {company} ({id})</source>
        <translation>in plaats van {company} ({id})</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Gevolg</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Autotask company</source>
        <translation>Bedrijf in Autotask</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
</context>
<context>
    <name>JobActs</name>
    <message>
        <source>Take back the last review</source>
        <translation>Laatste afhandeling terugnemen</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Lijst van toetsen</translation>
    </message>
</context>
<context>
    <name>JobColumns</name>
    <message>
        <source>Worst</source>
        <translation>Ernstigste</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Back-uptaak</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
    <message>
        <source>Newest run</source>
        <translation>Nieuwste run</translation>
    </message>
    <message>
        <source>Last 30 runs</source>
        <translation>Laatste 30 runs</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Koppeling</translation>
    </message>
    <message>
        <source>{n} warning</source>
        <translation>{n} waarschuwing</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} waarschuwingen</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} mislukt</translation>
    </message>
    <message>
        <source>{n} missed</source>
        <translation>{n} gemist</translation>
    </message>
    <message>
        <source>{n} unknown</source>
        <translation>{n} onbekend</translation>
    </message>
    <message>
        <source>{n} override</source>
        <translation>{n} override</translation>
    </message>
    <message>
        <source>{n} success</source>
        <translation>{n} geslaagd</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>Taken</translation>
    </message>
</context>
<context>
    <name>JobReasons</name>
    <message>
        <source>Select a job first.</source>
        <translation>Selecteer eerst een taak.</translation>
    </message>
    <message>
        <source>Select one job: this acts on one at a time.</source>
        <translation>Selecteer één taak: dit werkt op één tegelijk.</translation>
    </message>
</context>
<context>
    <name>JobsPresenter</name>
    <message>
        <source>{n} runs of {job}</source>
        <translation>{n} runs van {job}</translation>
    </message>
    <message>
        <source>{n} runs of {jobs} jobs</source>
        <translation>{n} runs van {jobs} taken</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Next, previous run</source>
        <translation>Volgende, vorige run</translation>
    </message>
    <message>
        <source>Select more</source>
        <translation>Meer selecteren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles selecteren</translation>
    </message>
    <message>
        <source>Into the pane</source>
        <translation>Naar het paneel</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Terug naar de tabel</translation>
    </message>
    <message>
        <source>Previous, next pane tab</source>
        <translation>Vorig, volgend paneeltabblad</translation>
    </message>
    <message>
        <source>View: Not reviewed … All</source>
        <translation>Weergave kiezen</translation>
    </message>
    <message>
        <source>Your own views</source>
        <translation>Je eigen weergaven</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Refresh ticket states</source>
        <translation>Ticketstatussen vernieuwen</translation>
    </message>
    <message>
        <source>Run Checks, Customers, Settings</source>
        <translation>Run Checks, Klanten, Instellingen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Keys in Run Checks</source>
        <translation>Toetsen in Run Checks</translation>
    </message>
    <message>
        <source>Single keys work while the table has the keyboard.</source>
        <translation>Losse toetsen werken zolang de tabel het toetsenbord heeft.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>LastRuns</name>
    <message>
        <source>and {n} more that were no success</source>
        <translation>en nog {n} die niet slaagden</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>Van {first} tot {last}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>{when}: {result}</source>
        <translation>{when}: {result}</translation>
    </message>
</context>
<context>
    <name>LinkColumns</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Bedrijf</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>Gekoppeld aan</translation>
    </message>
    <message>
        <source>Run {id}</source>
        <translation>Run {id}</translation>
    </message>
    <message>
        <source>{n} runs</source>
        <translation>{n} runs</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link existing ticket</source>
        <translation>Ticket koppelen</translation>
    </message>
    <message>
        <source>Link an existing ticket to this run</source>
        <translation>Een bestaand ticket aan deze run koppelen</translation>
    </message>
    <message>
        <source>Link an existing ticket to {n} runs</source>
        <translation>Een bestaand ticket aan {n} runs koppelen</translation>
    </message>
    <message>
        <source>Ticket number, or words of its title</source>
        <translation>Ticketnummer, of woorden uit de titel</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Link it all the same</source>
        <translation>Toch koppelen</translation>
    </message>
    <message>
        <source>Linking changes nothing on the ticket. Its id is stored, the number is shown.</source>
        <translation>Koppelen verandert niets aan het ticket. Het id wordt bewaard, het nummer getoond.</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>Ticket openen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopiëren</translation>
    </message>
    <message>
        <source>Searching in Autotask</source>
        <translation>Zoeken in Autotask</translation>
    </message>
    <message>
        <source>The search is under way.</source>
        <translation>Er wordt gezocht.</translation>
    </message>
    <message>
        <source>There are more. Type more words.</source>
        <translation>Er zijn er meer. Typ meer woorden.</translation>
    </message>
    <message>
        <source>No ticket matches “{text}”</source>
        <translation>Geen ticket past bij “{text}”</translation>
    </message>
    <message>
        <source>Check the number, or search by words of the title.</source>
        <translation>Controleer het nummer, of zoek op woorden uit de titel.</translation>
    </message>
    <message>
        <source>This company has no open ticket</source>
        <translation>Dit bedrijf heeft geen open ticket</translation>
    </message>
    <message>
        <source>Type a ticket number, or words of a title.</source>
        <translation>Typ een ticketnummer, of woorden uit een titel.</translation>
    </message>
    <message>
        <source>Reading the ticket</source>
        <translation>Ticket lezen</translation>
    </message>
    <message>
        <source>The ticket is being read.</source>
        <translation>Het ticket wordt gelezen.</translation>
    </message>
    <message>
        <source>Choose a ticket first.</source>
        <translation>Kies eerst een ticket.</translation>
    </message>
    <message>
        <source>Choose a ticket</source>
        <translation>Kies een ticket</translation>
    </message>
    <message>
        <source>This changed meanwhile</source>
        <translation>Dit is intussen veranderd</translation>
    </message>
    <message>
        <source>This ticket cannot be linked</source>
        <translation>Dit ticket kan niet worden gekoppeld</translation>
    </message>
    <message>
        <source>{n} of {all} runs will be linked</source>
        <translation>{n} van {all} runs worden gekoppeld</translation>
    </message>
    <message>
        <source>Tick the box to link</source>
        <translation>Vink het vakje aan om te koppelen</translation>
    </message>
    <message>
        <source>Tick the box first.</source>
        <translation>Vink eerst het vakje aan.</translation>
    </message>
    <message>
        <source>Linking</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>The ticket is being linked.</source>
        <translation>Het ticket wordt gekoppeld.</translation>
    </message>
</context>
<context>
    <name>LinkPresenter</name>
    <message>
        <source>The search did not succeed</source>
        <translation>Het zoeken is niet gelukt</translation>
    </message>
    <message>
        <source>The ticket could not be read</source>
        <translation>Het ticket kon niet worden gelezen</translation>
    </message>
    <message>
        <source>{n} runs</source>
        <translation>{n} runs</translation>
    </message>
    <message>
        <source>Ticket {number} linked to {runs}.</source>
        <translation>Ticket {number} gekoppeld aan {runs}.</translation>
    </message>
    <message>
        <source>{n} were not linked: {why}</source>
        <translation>{n} zijn niet gekoppeld: {why}</translation>
    </message>
    <message>
        <source>Nothing was linked</source>
        <translation>Er is niets gekoppeld</translation>
    </message>
</context>
<context>
    <name>LinkWorries</name>
    <message>
        <source>This ticket {is_so}</source>
        <translation>Dit ticket {is_so}</translation>
    </message>
    <message>
        <source>the run {is_so}</source>
        <translation>de run {is_so}</translation>
    </message>
    <message>
        <source>This run {is_so}</source>
        <translation>Deze run {is_so}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> en </translation>
    </message>
    <message>
        <source>Run {id}: {reason}</source>
        <translation>Run {id}: {reason}</translation>
    </message>
</context>
<context>
    <name>ListPresenter</name>
    <message>
        <source>Shown as of {time}.</source>
        <translation>Stand van {time}.</translation>
    </message>
</context>
<context>
    <name>LogsPage</name>
    <message>
        <source>Logs and diagnostics</source>
        <translation>Logs en diagnostiek</translation>
    </message>
    <message>
        <source>For this computer. Secrets are removed before anything is written.</source>
        <translation>Voor deze computer. Secrets worden verwijderd voordat er iets geschreven wordt.</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Waarschuwingen en fouten</translation>
    </message>
    <message>
        <source>Every call</source>
        <translation>Elke aanroep</translation>
    </message>
    <message>
        <source>Every call with its content</source>
        <translation>Elke aanroep met inhoud</translation>
    </message>
    <message>
        <source>What is logged of calls to Autotask. Content holds names and texts.</source>
        <translation>Wat van aanroepen naar Autotask wordt gelogd. De inhoud bevat namen en teksten.</translation>
    </message>
    <message>
        <source>API log level</source>
        <translation>API-logniveau</translation>
    </message>
    <message>
        <source>Make a diagnostics bundle</source>
        <translation>Diagnosebundel maken</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>A zip with versions, the schema check, settings without secrets, the logs and the last errors. It stays on this computer until you send it.</source>
        <translation>Een zip met versies, de schemacontrole, instellingen zonder secrets, de logs en de laatste fouten. Hij blijft op deze computer tot je hem verstuurt.</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Voor support</translation>
    </message>
    <message>
        <source>Copy the newest report</source>
        <translation>Nieuwste rapport kopiëren</translation>
    </message>
    <message>
        <source>Crash reports</source>
        <translation>Crashrapporten</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>Laagste niveau</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle niveaus</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>Info en hoger</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Alleen fouten</translation>
    </message>
    <message>
        <source>Correlation id or words</source>
        <translation>Correlatie-ID of woorden</translation>
    </message>
    <message>
        <source>Refresh log</source>
        <translation>Log vernieuwen</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Log kopiëren</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>There is nothing to copy.</source>
        <translation>Er is niets om te kopiëren.</translation>
    </message>
</context>
<context>
    <name>LogsPresenter</name>
    <message>
        <source>The newest {n} records</source>
        <translation>De nieuwste {n} regels</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 regel</translation>
    </message>
    <message>
        <source>{n} records</source>
        <translation>{n} regels</translation>
    </message>
    <message>
        <source>One report, of {at}. It is part of the bundle.</source>
        <translation>Eén rapport, van {at}. Het zit in de bundel.</translation>
    </message>
    <message>
        <source>{n} reports, the newest of {at}. They are part of the bundle.</source>
        <translation>{n} rapporten, het nieuwste van {at}. Ze zitten in de bundel.</translation>
    </message>
    <message>
        <source>The bundle is being made.</source>
        <translation>De bundel wordt gemaakt.</translation>
    </message>
    <message>
        <source>Made: {path}</source>
        <translation>Gemaakt: {path}</translation>
    </message>
    <message>
        <source>The diagnostics bundle is made.</source>
        <translation>De diagnosebundel is gemaakt.</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>No mail</source>
        <translation>Geen mail</translation>
    </message>
    <message>
        <source>This run did not come by mail.</source>
        <translation>Deze run kwam niet per mail.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>Pictures are not loaded; links ask before they open.</source>
        <translation>Afbeeldingen worden niet geladen; links vragen voordat ze openen.</translation>
    </message>
    <message>
        <source>The mail is very long; only its beginning is shown.</source>
        <translation>De mail is erg lang; alleen het begin wordt getoond.</translation>
    </message>
</context>
<context>
    <name>MappingPresenter</name>
    <message>
        <source>The mapping is being saved.</source>
        <translation>De koppeling wordt opgeslagen.</translation>
    </message>
    <message>
        <source>{customer} is mapped to {company} ({id}).</source>
        <translation>{customer} is gekoppeld aan {company} ({id}).</translation>
    </message>
    <message>
        <source>{customer} will have no Autotask company; now it is {company} ({id}). Its tickets stay. Its runs get no new tickets until a company is mapped.</source>
        <translation>{customer} heeft dan geen Autotask-bedrijf meer; nu is dat {company} ({id}). Bestaande tickets blijven. Runs krijgen geen nieuwe tickets tot er een bedrijf is gekoppeld.</translation>
    </message>
    <message>
        <source>Clear mapping</source>
        <translation>Koppeling wissen</translation>
    </message>
    <message>
        <source>The mapping is being cleared.</source>
        <translation>De koppeling wordt gewist.</translation>
    </message>
    <message>
        <source>The rename is being acknowledged.</source>
        <translation>De nieuwe naam wordt bevestigd.</translation>
    </message>
    <message>
        <source>The new name of {customer}&apos;s company is acknowledged: {company}.</source>
        <translation>De nieuwe naam van het bedrijf van {customer} is bevestigd: {company}.</translation>
    </message>
    <message>
        <source>{customer} has no Autotask company any more. Its tickets stay.</source>
        <translation>{customer} heeft geen Autotask-bedrijf meer. Bestaande tickets blijven.</translation>
    </message>
    <message>
        <source>Autotask is being asked.</source>
        <translation>Autotask wordt gevraagd.</translation>
    </message>
    <message>
        <source>{customer} has no Autotask company.</source>
        <translation>{customer} heeft geen Autotask-bedrijf.</translation>
    </message>
    <message>
        <source>{company} ({id}) answers; nothing changed.</source>
        <translation>{company} ({id}) antwoordt; er is niets veranderd.</translation>
    </message>
    <message>
        <source>{company} ({id}) was {former}; the mapping stays.</source>
        <translation>{company} ({id}) heette {former}; de koppeling blijft.</translation>
    </message>
    <message>
        <source>{company} ({id}) cannot be used: {reason}.</source>
        <translation>{company} ({id}) is niet bruikbaar: {reason}.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Changed by both of you</source>
        <translation>Door jullie allebei gewijzigd</translation>
    </message>
    <message>
        <source>{who} saved other values while you edited these. Choose for each; saving comes after.</source>
        <translation>{who} sloeg andere waarden op terwijl jij deze bewerkte. Kies voor elk; opslaan komt daarna.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Jouw waarde</translation>
    </message>
    <message>
        <source>Saved by {who}</source>
        <translation>Opgeslagen door {who}</translation>
    </message>
    <message>
        <source>Use these values</source>
        <translation>Deze waarden gebruiken</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>De mijne houden</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopiëren</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>today {time}</source>
        <translation>vandaag {time}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Vandaag {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>gisteren {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Gisteren {time}</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Use another name</source>
        <translation>Andere naam gebruiken</translation>
    </message>
    <message>
        <source>Without it: {lost}</source>
        <translation>Zonder: {lost}</translation>
    </message>
    <message>
        <source>Name in this database</source>
        <translation>Naam in deze database</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>Deze naam gebruiken</translation>
    </message>
    <message>
        <source>The name is being saved.</source>
        <translation>De naam wordt opgeslagen.</translation>
    </message>
    <message>
        <source>The name was not saved</source>
        <translation>De naam is niet opgeslagen</translation>
    </message>
    <message>
        <source>Which table holds the {what}?</source>
        <translation>Welke tabel bevat {what}?</translation>
    </message>
    <message>
        <source>Which column of the {table} holds {what}?</source>
        <translation>Welke kolom van {table} bevat {what}?</translation>
    </message>
    <message>
        <source>As usual: {names}</source>
        <translation>Zoals gewoonlijk: {names}</translation>
    </message>
    <message>
        <source>{name} (no longer there)</source>
        <translation>{name} (bestaat niet meer)</translation>
    </message>
    <message>
        <source>It counts for everyone on this database, from the next time they connect. Nothing is changed in the tables of Backupchecks. Where database roles were granted, run grants.sql again.</source>
        <translation>Het geldt voor iedereen op deze database, vanaf de volgende keer dat ze verbinden. In de tabellen van Backupchecks verandert niets. Zijn er databaserollen toegekend, voer dan grants.sql opnieuw uit.</translation>
    </message>
    <message>
        <source>Reports are told apart by it. Runs that have a ticket keep it, and a second import of their report is still recognised.</source>
        <translation>Rapporten worden eraan herkend. Runs met een ticket houden het, en een tweede import van hun rapport wordt nog steeds herkend.</translation>
    </message>
    <message>
        <source>Choose another name than the one in use.</source>
        <translation>Kies een andere naam dan die in gebruik is.</translation>
    </message>
</context>
<context>
    <name>NamingDialog</name>
    <message>
        <source>Rename view</source>
        <translation>Weergave hernoemen</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Weergave opslaan</translation>
    </message>
    <message>
        <source>Kept for you on this workstation.</source>
        <translation>Voor jou bewaard op dit werkstation.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Enter a name first.</source>
        <translation>Voer eerst een naam in.</translation>
    </message>
    <message>
        <source>A view of this name is replaced.</source>
        <translation>Een weergave met deze naam wordt vervangen.</translation>
    </message>
</context>
<context>
    <name>NamingPresenter</name>
    <message>
        <source>{who} named other tables or columns</source>
        <translation>{who} noemde andere tabellen of kolommen</translation>
    </message>
    <message>
        <source>They count here after connecting again. Until then no ticket is created.</source>
        <translation>Ze gelden hier na opnieuw verbinden. Tot dan wordt er geen ticket aangemaakt.</translation>
    </message>
    <message>
        <source>Connect again in Settings, Database.</source>
        <translation>Maak opnieuw verbinding in Instellingen, Database.</translation>
    </message>
    <message>
        <source>Saved for everyone</source>
        <translation>Opgeslagen voor iedereen</translation>
    </message>
    <message>
        <source>It counts from the next time that somebody connects, you included.</source>
        <translation>Het geldt vanaf de volgende keer dat iemand verbindt, ook voor jou.</translation>
    </message>
</context>
<context>
    <name>NewRunsLine</name>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>1 new run.</source>
        <translation>1 nieuwe run.</translation>
    </message>
    <message>
        <source>{n} new runs.</source>
        <translation>{n} nieuwe runs.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Add internal note</source>
        <translation>Interne notitie toevoegen</translation>
    </message>
    <message>
        <source>Internal note to {number}</source>
        <translation>Interne notitie bij {number}</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Gelezen door</translation>
    </message>
    <message>
        <source>Colleagues only; customers do not see it</source>
        <translation>Alleen collega&apos;s; klanten zien haar niet</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>{n} of {most} characters</source>
        <translation>{n} van {most} tekens</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>Schrijf eerst de notitie.</translation>
    </message>
    <message>
        <source>Shorten the note first.</source>
        <translation>Kort eerst de notitie in.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>NotePresenter</name>
    <message>
        <source>Nothing was written</source>
        <translation>Er is niets geschreven</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Retry</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopiëren</translation>
    </message>
</context>
<context>
    <name>NumberDialog</name>
    <message>
        <source>Type ticket number</source>
        <translation>Ticketnummer typen</translation>
    </message>
    <message>
        <source>Which ticket does this run have?</source>
        <translation>Welk ticket heeft deze run?</translation>
    </message>
    <message>
        <source>Which ticket do these {n} runs have?</source>
        <translation>Welk ticket hebben deze {n} runs?</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>Ticketnummer</translation>
    </message>
    <message>
        <source>The number is kept as you type it and marked as Manual. Autotask is not asked, so its state is not known; it counts in Sandbox and Production.</source>
        <translation>Het nummer wordt bewaard zoals je het typt en als Handmatig gemarkeerd. Autotask wordt niet gevraagd, dus de status is niet bekend; het telt in Sandbox en Productie.</translation>
    </message>
    <message>
        <source>Keep number</source>
        <translation>Nummer bewaren</translation>
    </message>
    <message>
        <source>It is kept as {number}.</source>
        <translation>Het wordt bewaard als {number}.</translation>
    </message>
    <message>
        <source>The number is being kept.</source>
        <translation>Het nummer wordt bewaard.</translation>
    </message>
    <message>
        <source>The number was not kept</source>
        <translation>Het nummer is niet bewaard</translation>
    </message>
</context>
<context>
    <name>NumberPresenter</name>
    <message>
        <source>Ticket {number} kept for {runs}.</source>
        <translation>Ticket {number} bewaard voor {runs}.</translation>
    </message>
    <message>
        <source>{n} of {all} runs</source>
        <translation>{n} van {all} runs</translation>
    </message>
</context>
<context>
    <name>ObjectColumns</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objecten</translation>
    </message>
</context>
<context>
    <name>OneJobLine</name>
    <message>
        <source>Back to all jobs</source>
        <translation>Terug naar alle taken</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Runs of {job}</source>
        <translation>Runs van {job}</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening the database</source>
        <translation>Database openen</translation>
    </message>
    <message>
        <source>Database password</source>
        <translation>Databasewachtwoord</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Prepare this database</source>
        <translation>Deze database voorbereiden</translation>
    </message>
    <message>
        <source>Prepare it all the same</source>
        <translation>Toch voorbereiden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Choose another database</source>
        <translation>Andere database kiezen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopiëren</translation>
    </message>
    <message>
        <source>This database holds no job runs of Backupchecks.</source>
        <translation>Deze database bevat geen runs van Backupchecks.</translation>
    </message>
    <message>
        <source>Enter the password of this user. It is kept in the keyring.</source>
        <translation>Voer het wachtwoord van deze gebruiker in. Het wordt in de sleutelbos bewaard.</translation>
    </message>
    <message>
        <source>It may not be written to here, so they could not be added.</source>
        <translation>Hier mag niet in worden geschreven, dus ze konden niet worden toegevoegd.</translation>
    </message>
    <message>
        <source>None of its tables was found: {tables}. Probably another database is meant; check the name. Prepare this one only if Backupchecks will be set up in it.</source>
        <translation>Geen van de tabellen is gevonden: {tables}. Waarschijnlijk is een andere database bedoeld; controleer de naam. Bereid deze alleen voor als Backupchecks erin wordt ingericht.</translation>
    </message>
    <message>
        <source>They are added once, by somebody who owns the database.</source>
        <translation>Ze worden één keer toegevoegd, door iemand die eigenaar van de database is.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Run Checks</source>
        <translation>Run Checks</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Klanten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Database {id} · zone {zone}</source>
        <translation>Database {id} · zone {zone}</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>No account is checked here: the rights of the database user {name} decide.</source>
        <translation>Hier wordt geen account gecontroleerd: de rechten van databasegebruiker {name} beslissen.</translation>
    </message>
    <message>
        <source>The running work ends first; then this is done.</source>
        <translation>Eerst eindigt het lopende werk; dan gebeurt dit.</translation>
    </message>
</context>
<context>
    <name>PicklistField</name>
    <message>
        <source>Id {id} (not read yet)</source>
        <translation>Id {id} (nog niet gelezen)</translation>
    </message>
    <message>
        <source>{label} (no longer offered)</source>
        <translation>{label} (niet meer aangeboden)</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Queue, priority and due date, for this ticket alone</source>
        <translation>Wachtrij, prioriteit en vervaldatum, alleen voor dit ticket</translation>
    </message>
    <message>
        <source>Change queue, priority and due date</source>
        <translation>Wachtrij, prioriteit en vervaldatum wijzigen</translation>
    </message>
    <message>
        <source>For this ticket alone</source>
        <translation>Alleen voor dit ticket</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Omschrijving</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Velden</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What Autotask offers is being read.</source>
        <translation>Wat Autotask aanbiedt, wordt gelezen.</translation>
    </message>
    <message>
        <source>Title: {title}</source>
        <translation>Titel: {title}</translation>
    </message>
    <message>
        <source>{n} of {most}</source>
        <translation>{n} van {most}</translation>
    </message>
    <message>
        <source>{n} of {most} characters</source>
        <translation>{n} van {most} tekens</translation>
    </message>
</context>
<context>
    <name>PriorityField</name>
    <message>
        <source>Do not ticket</source>
        <translation>Geen ticket</translation>
    </message>
    <message>
        <source>Such runs get no ticket</source>
        <translation>Zulke runs krijgen geen ticket</translation>
    </message>
    <message>
        <source>The priority that Error has</source>
        <translation>De prioriteit van Fout</translation>
    </message>
    <message>
        <source>Like Error</source>
        <translation>Zoals Fout</translation>
    </message>
</context>
<context>
    <name>ProofLines</name>
    <message>
        <source>It was made in Autotask database {id}, so it proves nothing here.</source>
        <translation>Het is gemaakt in Autotask-database {id}, dus het bewijst hier niets.</translation>
    </message>
    <message>
        <source>Ticket {number}, by {who}.</source>
        <translation>Ticket {number}, door {who}.</translation>
    </message>
    <message>
        <source>Sets completedDate and resolvedDateTime.</source>
        <translation>Zet completedDate en resolvedDateTime.</translation>
    </message>
    <message>
        <source>Sets {one} alone.</source>
        <translation>Zet alleen {one}.</translation>
    </message>
    <message>
        <source>Sets neither completedDate nor resolvedDateTime.</source>
        <translation>Zet completedDate noch resolvedDateTime.</translation>
    </message>
    <message>
        <source>Updates changed nothing else.</source>
        <translation>Updates veranderden niets anders.</translation>
    </message>
    <message>
        <source>Updates also changed {names}.</source>
        <translation>Updates veranderden ook {names}.</translation>
    </message>
</context>
<context>
    <name>ProofPresenter</name>
    <message>
        <source>The settings are being read.</source>
        <translation>De instellingen worden gelezen.</translation>
    </message>
    <message>
        <source>Only an admin makes test tickets.</source>
        <translation>Alleen een admin maakt testtickets.</translation>
    </message>
    <message>
        <source>A test ticket is being made.</source>
        <translation>Er wordt een testticket gemaakt.</translation>
    </message>
    <message>
        <source>Save the completed status first; the test uses what is saved.</source>
        <translation>Sla eerst de voltooiingsstatus op; de test gebruikt wat opgeslagen is.</translation>
    </message>
    <message>
        <source>One ticket is made in your Autotask Sandbox for your own company, with a title that says that it is a test. It is updated, completed and left there; you can delete it.</source>
        <translation>Er wordt één ticket gemaakt in jullie Autotask Sandbox voor jullie eigen bedrijf, met een titel die zegt dat het een test is. Het wordt bijgewerkt, voltooid en daar gelaten; je kunt het verwijderen.</translation>
    </message>
    <message>
        <source>Create a test ticket</source>
        <translation>Testticket maken</translation>
    </message>
    <message>
        <source>Create a test ticket?</source>
        <translation>Testticket maken?</translation>
    </message>
    <message>
        <source>Step {n} of {total}</source>
        <translation>Stap {n} van {total}</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Bewezen</translation>
    </message>
    <message>
        <source>Test ticket {number} did not prove: {lines}.</source>
        <translation>Testticket {number} bewees niet: {lines}.</translation>
    </message>
    <message>
        <source>Test ticket {number} proved all that resolving relies on.</source>
        <translation>Testticket {number} bewees alles waar oplossen op steunt.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Geannuleerd</translation>
    </message>
</context>
<context>
    <name>ProofSide</name>
    <message>
        <source>Create a test ticket</source>
        <translation>Testticket maken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Makes one ticket in Sandbox, updates it, completes it, and reads it back each time. So it is known which status completes a ticket, and that an update changes nothing else.</source>
        <translation>Maakt één ticket in Sandbox, werkt het bij, voltooit het en leest het telkens terug. Zo is bekend welke status een ticket voltooit, en dat een update niets anders verandert.</translation>
    </message>
    <message>
        <source>No test ticket was made yet.</source>
        <translation>Er is nog geen testticket gemaakt.</translation>
    </message>
    <message>
        <source>Test ticket</source>
        <translation>Testticket</translation>
    </message>
    <message>
        <source>Shown so far</source>
        <translation>Tot nu toe getoond</translation>
    </message>
</context>
<context>
    <name>PublishField</name>
    <message>
        <source>{label} (customers read it)</source>
        <translation>{label} (klanten lezen het)</translation>
    </message>
</context>
<context>
    <name>RefreshingPresenter</name>
    <message>
        <source>All mappings are being refreshed already.</source>
        <translation>Alle koppelingen worden al vernieuwd.</translation>
    </message>
    <message>
        <source>{n} renamed</source>
        <translation>{n} hernoemd</translation>
    </message>
    <message>
        <source>{n} invalid</source>
        <translation>{n} ongeldig</translation>
    </message>
    <message>
        <source>{n} usable again</source>
        <translation>{n} weer bruikbaar</translation>
    </message>
    <message>
        <source>{n} claimed by two customers</source>
        <translation>{n} geclaimd door twee klanten</translation>
    </message>
    <message>
        <source>{n} changed meanwhile and left</source>
        <translation>{n} intussen gewijzigd en zo gelaten</translation>
    </message>
    <message>
        <source>{n} unchanged</source>
        <translation>{n} ongewijzigd</translation>
    </message>
    <message>
        <source>All mappings refreshed at {time}: {parts}</source>
        <translation>Alle koppelingen vernieuwd om {time}: {parts}</translation>
    </message>
    <message>
        <source>Refresh stopped. What was read until then is saved.</source>
        <translation>Vernieuwen gestopt. Wat tot dan gelezen is, is opgeslagen.</translation>
    </message>
</context>
<context>
    <name>RenamesPresenter</name>
    <message>
        <source>No company has a new name.</source>
        <translation>Geen bedrijf heeft een nieuwe naam.</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>en nog {n}</translation>
    </message>
    <message>
        <source>The mappings stay as they are, and customers keep their names.</source>
        <translation>De koppelingen blijven zoals ze zijn, en klanten houden hun naam.</translation>
    </message>
    <message>
        <source>Acknowledge {n}</source>
        <translation>{n} bevestigen</translation>
    </message>
    <message>
        <source>Acknowledge all renames</source>
        <translation>Alle nieuwe namen bevestigen</translation>
    </message>
    <message>
        <source>{customer}: {former} is now {company}</source>
        <translation>{customer}: {former} heet nu {company}</translation>
    </message>
    <message>
        <source>{customer}: the company is now called {company}</source>
        <translation>{customer}: het bedrijf heet nu {company}</translation>
    </message>
    <message>
        <source>1 rename acknowledged.</source>
        <translation>1 nieuwe naam bevestigd.</translation>
    </message>
    <message>
        <source>{n} renames acknowledged.</source>
        <translation>{n} nieuwe namen bevestigd.</translation>
    </message>
</context>
<context>
    <name>ResolveDialog</name>
    <message>
        <source>Resolve ticket</source>
        <translation>Ticket oplossen</translation>
    </message>
    <message>
        <source>Internal note, fixed text</source>
        <translation>Interne notitie, vaste tekst</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>Formatting may be lost</source>
        <translation>Opmaak mag verloren gaan</translation>
    </message>
    <message>
        <source>Reading the ticket</source>
        <translation>Ticket lezen</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>Ticket openen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Opnieuw lezen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Not before everything was read.</source>
        <translation>Pas als alles gelezen is.</translation>
    </message>
    <message>
        <source>This ticket was not created here</source>
        <translation>Dit ticket is niet hier gemaakt</translation>
    </message>
    <message>
        <source>Resolving writes the whole ticket back. Formatting and pictures in its description can be lost.</source>
        <translation>Oplossen schrijft het hele ticket terug. Opmaak en afbeeldingen in de omschrijving kunnen verloren gaan.</translation>
    </message>
    <message>
        <source>Add note only</source>
        <translation>Alleen notitie toevoegen</translation>
    </message>
    <message>
        <source>Tick first that formatting may be lost.</source>
        <translation>Vink eerst aan dat opmaak verloren mag gaan.</translation>
    </message>
    <message>
        <source>Begun by {who} on {workstation}</source>
        <translation>Begonnen door {who} op {workstation}</translation>
    </message>
    <message>
        <source>The ticket could not be read</source>
        <translation>Het ticket kon niet worden gelezen</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Er is niets geschreven</translation>
    </message>
    <message>
        <source>Read the ticket again first.</source>
        <translation>Lees het ticket eerst opnieuw.</translation>
    </message>
</context>
<context>
    <name>ResolvePresenter</name>
    <message>
        <source>It could not be taken over</source>
        <translation>Het kon niet worden overgenomen</translation>
    </message>
</context>
<context>
    <name>ResolveWords</name>
    <message>
        <source>Set the status {label}</source>
        <translation>Status {label} zetten</translation>
    </message>
    <message>
        <source>Read the ticket</source>
        <translation>Ticket lezen</translation>
    </message>
    <message>
        <source>Look for time entries</source>
        <translation>Naar tijdregistraties kijken</translation>
    </message>
    <message>
        <source>Add the internal note</source>
        <translation>Interne notitie toevoegen</translation>
    </message>
    <message>
        <source>Write the resolution</source>
        <translation>Oplossing schrijven</translation>
    </message>
    <message>
        <source>Look for time entries again</source>
        <translation>Nog eens naar tijdregistraties kijken</translation>
    </message>
    <message>
        <source>Read it back and compare</source>
        <translation>Teruglezen en vergelijken</translation>
    </message>
    <message>
        <source>Resolution and status</source>
        <translation>Oplossing en status</translation>
    </message>
    <message>
        <source>left as they are</source>
        <translation>zo gelaten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>{n} found, {hours} h</source>
        <translation>{n} gevonden, {hours} u</translation>
    </message>
    <message>
        <source>opened {when} by {who}</source>
        <translation>geopend {when} door {who}</translation>
    </message>
    <message>
        <source>opened {when}</source>
        <translation>geopend {when}</translation>
    </message>
    <message>
        <source>Nobody knows how the last run of this job ended.</source>
        <translation>Niemand weet hoe de laatste run van deze taak eindigde.</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>op een onbekend moment</translation>
    </message>
    <message>
        <source>The last run of this job, {when}, was {word}.</source>
        <translation>De laatste run van deze taak, {when}, was {word}.</translation>
    </message>
    <message>
        <source>The last run of this job, {when}, was {word}. Resolve the ticket only if the problem is gone.</source>
        <translation>De laatste run van deze taak, {when}, was {word}. Los het ticket alleen op als het probleem weg is.</translation>
    </message>
    <message>
        <source>Internal note added to ticket {number}</source>
        <translation>Interne notitie toegevoegd aan ticket {number}</translation>
    </message>
    <message>
        <source>Note added to ticket {number}, which stays open</source>
        <translation>Notitie toegevoegd aan ticket {number}, dat open blijft</translation>
    </message>
    <message>
        <source>Ticket {number} resolved</source>
        <translation>Ticket {number} opgelost</translation>
    </message>
    <message>
        <source>1 time entry was booked while it was being closed. Check its billing in Autotask.</source>
        <translation>Er is 1 tijdregistratie geboekt terwijl het werd gesloten. Controleer de facturatie in Autotask.</translation>
    </message>
    <message>
        <source>{n} time entries were booked while it was being closed. Check their billing in Autotask.</source>
        <translation>Er zijn {n} tijdregistraties geboekt terwijl het werd gesloten. Controleer de facturatie in Autotask.</translation>
    </message>
    <message>
        <source>Nobody knows yet how this ended</source>
        <translation>Nog niemand weet hoe dit eindigde</translation>
    </message>
    <message>
        <source>Time was booked meanwhile, so the ticket stays open</source>
        <translation>Intussen is tijd geboekt, dus het ticket blijft open</translation>
    </message>
    <message>
        <source>The ticket is resolved, and time was booked meanwhile</source>
        <translation>Het ticket is opgelost, en intussen is tijd geboekt</translation>
    </message>
    <message>
        <source>The note is on the ticket; the rest was not done</source>
        <translation>De notitie staat op het ticket; de rest is niet gedaan</translation>
    </message>
    <message>
        <source>This was not done</source>
        <translation>Dit is niet gedaan</translation>
    </message>
    <message>
        <source>{status}, not complete</source>
        <translation>{status}, niet voltooid</translation>
    </message>
</context>
<context>
    <name>ResolvingPage</name>
    <message>
        <source>Resolving and notes</source>
        <translation>Oplossen en notities</translation>
    </message>
    <message>
        <source>A ticket is resolved only by a person, and never while time is booked on it.</source>
        <translation>Een ticket wordt alleen door een mens opgelost, en nooit zolang er tijd op geboekt is.</translation>
    </message>
    <message>
        <source>Off: tickets stay open until they are closed in Autotask.</source>
        <translation>Uit: tickets blijven open tot ze in Autotask worden gesloten.</translation>
    </message>
    <message>
        <source>Resolving</source>
        <translation>Oplossen</translation>
    </message>
    <message>
        <source>Labels differ between tenants and prove nothing: a test ticket shows whether Autotask stamps the ticket as completed.</source>
        <translation>Labels verschillen per tenant en bewijzen niets: een testticket laat zien of Autotask het ticket als voltooid vastlegt.</translation>
    </message>
    <message>
        <source>Values that customers can read are not offered here.</source>
        <translation>Waarden die klanten kunnen lezen, worden hier niet aangeboden.</translation>
    </message>
    <message>
        <source>Closing note</source>
        <translation>Afsluitnotitie</translation>
    </message>
    <message>
        <source>Note only</source>
        <translation>Alleen notitie</translation>
    </message>
    <message>
        <source>Written where time entries keep the ticket open. Both texts are fixed.</source>
        <translation>Wordt geschreven als tijdregistraties het ticket open houden. Beide teksten zijn vast.</translation>
    </message>
    <message>
        <source>Type ticket numbers by hand as well</source>
        <translation>Ticketnummers ook met de hand typen</translation>
    </message>
    <message>
        <source>For the change-over: numbers can be typed by hand while the integration is on. With the integration off they always can.</source>
        <translation>Voor de overgang: nummers kun je met de hand typen terwijl de integratie aan staat. Staat de integratie uit, dan kan dat altijd.</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review exact matches</source>
        <translation>Exacte matches bekijken</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Niets selecteren</translation>
    </message>
    <message>
        <source>Read companies again</source>
        <translation>Bedrijven opnieuw lezen</translation>
    </message>
    <message>
        <source>Map customers</source>
        <translation>Klanten koppelen</translation>
    </message>
    <message>
        <source>Mappings for the test environment.</source>
        <translation>Koppelingen voor de testomgeving.</translation>
    </message>
    <message>
        <source>Mappings for the live environment.</source>
        <translation>Koppelingen voor de live-omgeving.</translation>
    </message>
    <message>
        <source>Exact means: one active company, mapped to nobody, carries this very name; case, accents and legal forms do not count. The id is stored, not the name. {n} companies, read {age}.</source>
        <translation>Exact betekent: één actief bedrijf, aan niemand gekoppeld, heeft precies deze naam; hoofdletters, accenten en rechtsvormen tellen niet. Het id wordt bewaard, niet de naam. {n} bedrijven, gelezen {age}.</translation>
    </message>
    <message>
        <source>{n} customers have the same name as a free, active company</source>
        <translation>{n} klanten heten hetzelfde als een vrij, actief bedrijf</translation>
    </message>
    <message>
        <source>1 customer has the same name as a free, active company</source>
        <translation>1 klant heet hetzelfde als een vrij, actief bedrijf</translation>
    </message>
    <message>
        <source>No customer has the same name as a free, active company</source>
        <translation>Geen klant heet hetzelfde als een vrij, actief bedrijf</translation>
    </message>
    <message>
        <source>Untick what you do not want. Nothing is mapped until you accept.</source>
        <translation>Vink uit wat je niet wilt. Er wordt niets gekoppeld tot je accepteert.</translation>
    </message>
    <message>
        <source>1 other customer has only similar names and stays missing.</source>
        <translation>1 andere klant heeft alleen gelijkende namen en blijft ontbreken.</translation>
    </message>
    <message>
        <source>{n} other customers have only similar names and stay missing.</source>
        <translation>{n} andere klanten hebben alleen gelijkende namen en blijven ontbreken.</translation>
    </message>
    <message>
        <source>{n} more carry a name that occurs several times ({names}): map them one by one.</source>
        <translation>{n} andere hebben een naam die meermaals voorkomt ({names}): koppel die een voor een.</translation>
    </message>
    <message>
        <source>Map 1 customer</source>
        <translation>1 klant koppelen</translation>
    </message>
    <message>
        <source>Map {n} customers</source>
        <translation>{n} klanten koppelen</translation>
    </message>
    <message>
        <source>{n} of {total} selected</source>
        <translation>{n} van {total}</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles selecteren</translation>
    </message>
    <message>
        <source>Select at least one customer.</source>
        <translation>Selecteer minstens één klant.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>Autotask company</source>
        <translation>Bedrijf in Autotask</translation>
    </message>
    <message>
        <source>Company id</source>
        <translation>Bedrijfs-ID</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Plaats</translation>
    </message>
</context>
<context>
    <name>ReviewPresenter</name>
    <message>
        <source>Autotask is off. Turn it on in Settings.</source>
        <translation>Autotask staat uit. Zet het aan in Instellingen.</translation>
    </message>
    <message>
        <source>Your role may not change mappings.</source>
        <translation>Jouw rol mag geen bedrijfskoppelingen wijzigen.</translation>
    </message>
    <message>
        <source>The companies of Autotask are being read.</source>
        <translation>De bedrijven van Autotask worden gelezen.</translation>
    </message>
    <message>
        <source>The mappings are being saved.</source>
        <translation>De koppelingen worden opgeslagen.</translation>
    </message>
    <message>
        <source>1 customer is mapped to the company of its name.</source>
        <translation>1 klant is gekoppeld aan het bedrijf met zijn naam.</translation>
    </message>
    <message>
        <source>{n} customers are mapped to the companies of their names.</source>
        <translation>{n} klanten zijn gekoppeld aan de bedrijven met hun namen.</translation>
    </message>
    <message>
        <source>Nothing was mapped.</source>
        <translation>Er is niets gekoppeld.</translation>
    </message>
    <message>
        <source>{n} runs</source>
        <translation>{n} runs</translation>
    </message>
    <message>
        <source>All runs of {run}</source>
        <translation>Alle runs van {run}</translation>
    </message>
    <message>
        <source>{what}: reviewed already.</source>
        <translation>{what}: al afgehandeld.</translation>
    </message>
    <message>
        <source>Marked as reviewed. Ctrl+Z takes it back.</source>
        <translation>Als afgehandeld gemarkeerd. Ctrl+Z neemt het terug.</translation>
    </message>
    <message>
        <source>Taken back: 1 run counts as not reviewed.</source>
        <translation>Teruggenomen: 1 run telt als niet afgehandeld.</translation>
    </message>
    <message>
        <source>Taken back: {n} runs count as not reviewed.</source>
        <translation>Teruggenomen: {n} runs tellen als niet afgehandeld.</translation>
    </message>
    <message>
        <source>There is no review to take back.</source>
        <translation>Er is geen afhandeling om terug te nemen.</translation>
    </message>
</context>
<context>
    <name>RightsTable</name>
    <message>
        <source>Query</source>
        <translation>Opvragen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Aanmaken</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Bijwerken</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>toegestaan</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>niet nodig</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Add internal note</source>
        <translation>Interne notitie toevoegen</translation>
    </message>
    <message>
        <source>Mark all runs of this job as reviewed</source>
        <translation>Alle runs van deze taak afhandelen</translation>
    </message>
    <message>
        <source>Take back the last review</source>
        <translation>Laatste afhandeling terugnemen</translation>
    </message>
    <message>
        <source>Copy ticket number</source>
        <translation>Ticketnummer kopiëren</translation>
    </message>
    <message>
        <source>Open in Backupchecks</source>
        <translation>Openen in Backupchecks</translation>
    </message>
    <message>
        <source>Unlink ticket</source>
        <translation>Ticket ontkoppelen</translation>
    </message>
    <message>
        <source>Group by job</source>
        <translation>Groeperen per taak</translation>
    </message>
    <message>
        <source>Export this view as CSV</source>
        <translation>Deze weergave als CSV exporteren</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Lijst van toetsen</translation>
    </message>
    <message>
        <source>There is no review to take back.</source>
        <translation>Er is geen afhandeling om terug te nemen.</translation>
    </message>
</context>
<context>
    <name>RunChecksPresenter</name>
    <message>
        <source>Copied: {text}</source>
        <translation>Gekopieerd: {text}</translation>
    </message>
    <message>
        <source>Open this link in the browser?</source>
        <translation>Deze link in de browser openen?</translation>
    </message>
    <message>
        <source>The mail leads to {url}</source>
        <translation>De mail leidt naar {url}</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link openen</translation>
    </message>
</context>
<context>
    <name>RunColumns</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Back-uptaak</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>Runtijd</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objecten</translation>
    </message>
    <message>
        <source>Last 30 runs</source>
        <translation>Laatste 30 runs</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Koppeling</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>The report names no objects.</source>
        <translation>Het rapport noemt geen objecten.</translation>
    </message>
    <message>
        <source>{failed} of {total} objects with problems</source>
        <translation>{failed} van {total} objecten met problemen</translation>
    </message>
    <message>
        <source>Ticket states as read from Autotask {when}</source>
        <translation>Ticketstatussen zoals gelezen uit Autotask {when}</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Niet afgehandeld</translation>
    </message>
</context>
<context>
    <name>RunFilters</name>
    <message>
        <source>Last 24 hours</source>
        <translation>24 uur</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 dagen</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 dagen</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Alle tijd</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
</context>
<context>
    <name>RunPane</name>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>No run selected</source>
        <translation>Geen run geselecteerd</translation>
    </message>
    <message>
        <source>The report, its errors and its ticket appear here.</source>
        <translation>Het rapport, de fouten en het ticket verschijnen hier.</translation>
    </message>
    <message>
        <source>Selected runs</source>
        <translation>Geselecteerde runs</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopiëren</translation>
    </message>
    <message>
        <source>Run details</source>
        <translation>Rundetails</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objecten</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>{n} runs selected</source>
        <translation>{n} runs geselecteerd</translation>
    </message>
    <message>
        <source>Marking as reviewed, linking and copying act on all of them.</source>
        <translation>Afhandelen, koppelen en kopiëren werken op allemaal.</translation>
    </message>
    <message>
        <source>This run could not be read</source>
        <translation>Deze run kon niet worden gelezen</translation>
    </message>
    <message>
        <source>Run {id}</source>
        <translation>Run {id}</translation>
    </message>
    <message>
        <source>No Autotask company yet</source>
        <translation>Nog geen Autotask-bedrijf</translation>
    </message>
    <message>
        <source>The last act on this run failed</source>
        <translation>De laatste actie op deze run is mislukt</translation>
    </message>
</context>
<context>
    <name>RunReasons</name>
    <message>
        <source>Autotask is off. Ticket numbers are typed by hand.</source>
        <translation>Autotask staat uit. Ticketnummers typ je met de hand.</translation>
    </message>
    <message>
        <source>This run is reviewed already.</source>
        <translation>Deze run is al afgehandeld.</translation>
    </message>
    <message>
        <source>This run has no ticket.</source>
        <translation>Deze run heeft geen ticket.</translation>
    </message>
    <message>
        <source>The web application wrote this number; take it away there.</source>
        <translation>De webapplicatie schreef dit nummer; haal het daar weg.</translation>
    </message>
    <message>
        <source>Enter the address of Backupchecks in Settings first.</source>
        <translation>Voer eerst het adres van Backupchecks in onder Instellingen.</translation>
    </message>
    <message>
        <source>There is no ticket number to copy.</source>
        <translation>Er is geen ticketnummer om te kopiëren.</translation>
    </message>
    <message>
        <source>This run already has ticket {number}. An admin can unlink a wrong one.</source>
        <translation>Deze run heeft al ticket {number}. Een admin kan een verkeerd ticket ontkoppelen.</translation>
    </message>
    <message>
        <source>The ticket of this run is being created.</source>
        <translation>Het ticket van deze run wordt aangemaakt.</translation>
    </message>
    <message>
        <source>Select one run: this acts on one at a time.</source>
        <translation>Selecteer één run: dit werkt op één tegelijk.</translation>
    </message>
    <message>
        <source>Select a run first.</source>
        <translation>Selecteer eerst een run.</translation>
    </message>
    <message>
        <source>This run is still being read.</source>
        <translation>Deze run wordt nog gelezen.</translation>
    </message>
    <message>
        <source>This number was typed by hand, so its address is not known.</source>
        <translation>Dit nummer is met de hand getypt, dus het adres is niet bekend.</translation>
    </message>
    <message>
        <source>This run is marked as reviewed already.</source>
        <translation>Deze run is al als afgehandeld gemarkeerd.</translation>
    </message>
    <message>
        <source>This number was typed by hand. Link the ticket first.</source>
        <translation>Dit nummer is met de hand getypt. Koppel eerst het ticket.</translation>
    </message>
    <message>
        <source>The ticket was deleted in Autotask.</source>
        <translation>Het ticket is verwijderd in Autotask.</translation>
    </message>
    <message>
        <source>The settings are being read.</source>
        <translation>De instellingen worden gelezen.</translation>
    </message>
    <message>
        <source>Autotask is off. Turn the integration on in Settings.</source>
        <translation>Autotask staat uit. Zet de integratie aan in Instellingen.</translation>
    </message>
    <message>
        <source>The ticket is complete. There is nothing left to resolve.</source>
        <translation>Het ticket is voltooid. Er valt niets meer op te lossen.</translation>
    </message>
    <message>
        <source>Resolving is off. An admin allows it in Settings.</source>
        <translation>Oplossen staat uit. Een admin staat het toe in Instellingen.</translation>
    </message>
    <message>
        <source>Time has been booked on this ticket, so it stays open. Add note only tells Autotask that the backup works again.</source>
        <translation>Er is tijd op dit ticket geboekt, dus het blijft open. Alleen notitie toevoegen laat Autotask weten dat de back-up weer werkt.</translation>
    </message>
    <message>
        <source>This run already has ticket {number}. One ticket per run, ever.</source>
        <translation>Deze run heeft al ticket {number}. Eén ticket per run, altijd.</translation>
    </message>
    <message>
        <source>This run has no ticket yet.</source>
        <translation>Deze run heeft nog geen ticket.</translation>
    </message>
</context>
<context>
    <name>RunStrip</name>
    <message>
        <source>{n} success</source>
        <translation>{n} geslaagd</translation>
    </message>
    <message>
        <source>{n} override</source>
        <translation>{n} override</translation>
    </message>
    <message>
        <source>{n} warning</source>
        <translation>{n} waarschuwing</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} waarschuwingen</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} mislukt</translation>
    </message>
    <message>
        <source>{n} missed</source>
        <translation>{n} gemist</translation>
    </message>
    <message>
        <source>{n} unknown</source>
        <translation>{n} onbekend</translation>
    </message>
</context>
<context>
    <name>RunViews</name>
    <message>
        <source>Not reviewed</source>
        <translation>Niet afgehandeld</translation>
    </message>
    <message>
        <source>Needs ticket</source>
        <translation>Ticket nodig</translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation>Open tickets</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Gemist</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>grouped by job</source>
        <translation>gegroepeerd per taak</translation>
    </message>
    <message>
        <source>sorted by run time</source>
        <translation>gesorteerd op runtijd</translation>
    </message>
    <message>
        <source>sorted by status</source>
        <translation>gesorteerd op status</translation>
    </message>
    <message>
        <source>sorted by customer</source>
        <translation>gesorteerd op klant</translation>
    </message>
    <message>
        <source>sorted by job</source>
        <translation>gesorteerd op taak</translation>
    </message>
    <message>
        <source>sorted by software</source>
        <translation>gesorteerd op software</translation>
    </message>
    <message>
        <source>sorted by ticket</source>
        <translation>gesorteerd op ticket</translation>
    </message>
    <message>
        <source>sorted by mapping</source>
        <translation>gesorteerd op koppeling</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Ticket id {id}</source>
        <translation>Ticket-ID {id}</translation>
    </message>
    <message>
        <source>{who} left it behind</source>
        <translation>{who} liet het achter</translation>
    </message>
    <message>
        <source>{who} is on it</source>
        <translation>{who} is ermee bezig</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>nog niet gelezen</translation>
    </message>
    <message>
        <source> and {n} more</source>
        <translation> en nog {n}</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>{n} warning</source>
        <translation>{n} waarschuwing</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} waarschuwingen</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} mislukt</translation>
    </message>
    <message>
        <source>{n} missed</source>
        <translation>{n} gemist</translation>
    </message>
    <message>
        <source>{n} unknown</source>
        <translation>{n} onbekend</translation>
    </message>
    <message>
        <source>{n} success</source>
        <translation>{n} geslaagd</translation>
    </message>
    <message>
        <source>{parts} of {total}</source>
        <translation>{parts} van {total}</translation>
    </message>
    <message>
        <source>Created here</source>
        <translation>Hier aangemaakt</translation>
    </message>
    <message>
        <source>Linked here</source>
        <translation>Hier gekoppeld</translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>Met de hand getypt</translation>
    </message>
    <message>
        <source>Web application</source>
        <translation>Webapplicatie</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Wijzigingen verwerpen</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Instellingen opslaan</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>All changes are saved.</source>
        <translation>Alle wijzigingen zijn opgeslagen.</translation>
    </message>
    <message>
        <source>1 value stops saving: {names}</source>
        <translation>1 waarde houdt opslaan tegen: {names}</translation>
    </message>
    <message>
        <source>{n} values stop saving: {names}</source>
        <translation>{n} waarden houden opslaan tegen: {names}</translation>
    </message>
    <message>
        <source>1 unsaved change: {names}</source>
        <translation>1 niet-opgeslagen wijziging: {names}</translation>
    </message>
    <message>
        <source>{n} unsaved changes: {names}</source>
        <translation>{n} niet-opgeslagen wijzigingen: {names}</translation>
    </message>
</context>
<context>
    <name>SavingPresenter</name>
    <message>
        <source>Waiting for this computer&apos;s keyring…</source>
        <translation>Wachten op de sleutelbos van deze computer…</translation>
    </message>
    <message>
        <source>The secrets are kept for this session only.</source>
        <translation>De secrets worden alleen voor deze sessie bewaard.</translation>
    </message>
    <message>
        <source>The secrets are kept on this computer.</source>
        <translation>De secrets zijn op deze computer bewaard.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>Instellingen opgeslagen.</translation>
    </message>
    <message>
        <source>This computer forgets the {name} of {environment}; others keep theirs. Without it this computer cannot reach Autotask.</source>
        <translation>Deze computer vergeet {name} van {environment}; anderen houden die van hen. Zonder kan deze computer Autotask niet bereiken.</translation>
    </message>
    <message>
        <source>Forget {name}</source>
        <translation>{name} vergeten</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergeten</translation>
    </message>
    <message>
        <source>This computer has forgotten it.</source>
        <translation>Deze computer is het vergeten.</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Alleen voor deze sessie</translation>
    </message>
    <message>
        <source>{who} saved the settings meanwhile; yours were not saved. Reload keeps what you changed.</source>
        <translation>{who} heeft intussen de instellingen opgeslagen; de jouwe zijn niet opgeslagen. Opnieuw laden behoudt wat je wijzigde.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Opnieuw laden</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>Zoeken wissen</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Replace…</source>
        <translation>Vervangen…</translation>
    </message>
    <message>
        <source>Replace {name}</source>
        <translation>{name} vervangen</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Niet ingevuld</translation>
    </message>
    <message>
        <source>Type the new value</source>
        <translation>Typ de nieuwe waarde</translation>
    </message>
</context>
<context>
    <name>SectionButton</name>
    <message>
        <source>A value here stops saving.</source>
        <translation>Een waarde hier houdt opslaan tegen.</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections</source>
        <translation>Onderdelen</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Prepare this database</source>
        <translation>Deze database voorbereiden</translation>
    </message>
    <message>
        <source>The application adds tables of its own, in the schema bcautotask. The tables of Backupchecks are not changed. This needs the rights of a database owner.</source>
        <translation>De applicatie voegt eigen tabellen toe, in het schema bcautotask. De tabellen van Backupchecks worden niet gewijzigd. Dit vraagt de rechten van een database-eigenaar.</translation>
    </message>
    <message>
        <source>The password is kept for this session only.</source>
        <translation>Het wachtwoord wordt alleen voor deze sessie bewaard.</translation>
    </message>
    <message>
        <source>A ticket is being written. Try again when that is known.</source>
        <translation>Er wordt een ticket geschreven. Probeer het opnieuw als dat bekend is.</translation>
    </message>
    <message>
        <source>The application ended by itself last time. The report is in Settings, Logs and diagnostics.</source>
        <translation>De applicatie eindigde de vorige keer vanzelf. Het rapport staat in Instellingen, Logs en diagnostiek.</translation>
    </message>
    <message>
        <source>A ticket is being written. The window closes when that is known.</source>
        <translation>Er wordt een ticket geschreven. Het venster sluit als dat bekend is.</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Enable Autotask integration</source>
        <translation>Autotask-integratie inschakelen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Omgeving</translation>
    </message>
    <message>
        <source>API user name</source>
        <translation>API-gebruikersnaam</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>API-secret</translation>
    </message>
    <message>
        <source>Tracking identifier</source>
        <translation>Tracking-ID</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Backupchecks base URL</source>
        <translation>URL van Backupchecks</translation>
    </message>
    <message>
        <source>Job Details page</source>
        <translation>Pagina Job Details</translation>
    </message>
    <message>
        <source>Time zone of tickets</source>
        <translation>Tijdzone van tickets</translation>
    </message>
    <message>
        <source>Zone of stored times</source>
        <translation>Zone bewaarde tijden</translation>
    </message>
    <message>
        <source>Web application uses</source>
        <translation>Webapplicatie gebruikt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wachtrij</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>New-ticket status</source>
        <translation>Status nieuw ticket</translation>
    </message>
    <message>
        <source>Ticket category</source>
        <translation>Ticketcategorie</translation>
    </message>
    <message>
        <source>Issue type</source>
        <translation>Probleemtype</translation>
    </message>
    <message>
        <source>Sub-issue type</source>
        <translation>Subprobleemtype</translation>
    </message>
    <message>
        <source>Work type</source>
        <translation>Werktype</translation>
    </message>
    <message>
        <source>Primary contact</source>
        <translation>Primair contact</translation>
    </message>
    <message>
        <source>Default contract</source>
        <translation>Standaardcontract</translation>
    </message>
    <message>
        <source>Priority for Warning</source>
        <translation>Prioriteit Waarschuwing</translation>
    </message>
    <message>
        <source>Priority for Error</source>
        <translation>Prioriteit Fout</translation>
    </message>
    <message>
        <source>Priority for Missed</source>
        <translation>Prioriteit Gemist</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vervaldatum</translation>
    </message>
    <message>
        <source>Subject prefix</source>
        <translation>Voorvoegsel titel</translation>
    </message>
    <message>
        <source>Object errors listed</source>
        <translation>Objectfouten in ticket</translation>
    </message>
    <message>
        <source>Allow resolving tickets</source>
        <translation>Tickets oplossen toestaan</translation>
    </message>
    <message>
        <source>Completed status</source>
        <translation>Voltooiingsstatus</translation>
    </message>
    <message>
        <source>Note type</source>
        <translation>Notitietype</translation>
    </message>
    <message>
        <source>Publish notes to</source>
        <translation>Notities publiceren</translation>
    </message>
    <message>
        <source>Compatibility mode</source>
        <translation>Compatibiliteitsmodus</translation>
    </message>
    <message>
        <source>Write the whole address of the zone, such as https://webservices19.autotask.net/ATServicesRest.</source>
        <translation>Schrijf het hele adres van de zone, zoals https://webservices19.autotask.net/ATServicesRest.</translation>
    </message>
    <message>
        <source>Keep {place} in it; the number of the job takes its place.</source>
        <translation>Houd {place} erin; het nummer van de taak komt ervoor in de plaats.</translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>{who} saved other values of: {names}. Yours are shown.</source>
        <translation>{who} heeft andere waarden opgeslagen van: {names}. Je ziet de jouwe.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>{who} saved newer settings meanwhile: {names}. Yours stay edited.</source>
        <translation>{who} heeft intussen nieuwere instellingen opgeslagen: {names}. De jouwe blijven bewerkt.</translation>
    </message>
    <message>
        <source>Only an admin changes these settings; you act as {role}.</source>
        <translation>Alleen een admin wijzigt deze instellingen; jouw rol is {role}.</translation>
    </message>
    <message>
        <source>Secrets belong to this computer, and you may enter them.</source>
        <translation>Secrets horen bij deze computer, en je mag ze invoeren.</translation>
    </message>
    <message>
        <source>These changes are not saved: {names}.</source>
        <translation>Deze wijzigingen zijn niet opgeslagen: {names}.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Wijzigingen verwerpen</translation>
    </message>
    <message>
        <source>Discard changes?</source>
        <translation>Wijzigingen verwerpen?</translation>
    </message>
</context>
<context>
    <name>SettingsStanding</name>
    <message>
        <source>Enter the {name}.</source>
        <translation>Voer {name} in.</translation>
    </message>
    <message>
        <source>{zone}, Autotask database {id}</source>
        <translation>{zone}, Autotask-database {id}</translation>
    </message>
    <message>
        <source>Shared by everyone on this database.</source>
        <translation>Gedeeld door iedereen op deze database.</translation>
    </message>
    <message>
        <source>Last saved by {who}</source>
        <translation>Laatst opgeslagen door {who}</translation>
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>Extensions &amp; Integrations</source>
        <translation>Uitbreidingen en integraties</translation>
    </message>
    <message>
        <source>This workplace</source>
        <translation>Deze werkplek</translation>
    </message>
    <message>
        <source>Autotask</source>
        <translation>Autotask</translation>
    </message>
    <message>
        <source>Ticket defaults</source>
        <translation>Ticketstandaarden</translation>
    </message>
    <message>
        <source>Resolving and notes</source>
        <translation>Oplossen en notities</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Logs and diagnostics</source>
        <translation>Logs en diagnostiek</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Uiterlijk en taal</translation>
    </message>
    <message>
        <source>This team</source>
        <translation>Dit team</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Auditlog</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Act as {role}</source>
        <translation>Werken als {role}</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Nu vergrendelen</translation>
    </message>
    <message>
        <source>Lock when idle</source>
        <translation>Vergrendelen bij inactiviteit</translation>
    </message>
    <message>
        <source>After {n} minutes</source>
        <translation>Na {n} minuten</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nooit</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Afmelden</translation>
    </message>
    <message>
        <source>Everything, settings and the audit log included</source>
        <translation>Alles, ook instellingen en auditlog</translation>
    </message>
    <message>
        <source>Tickets, mappings and reviews</source>
        <translation>Tickets, koppelingen en afhandelen</translation>
    </message>
    <message>
        <source>Looks and exports, changes nothing</source>
        <translation>Kijkt en exporteert, wijzigt niets</translation>
    </message>
    <message>
        <source>Looks, changes nothing</source>
        <translation>Kijkt, wijzigt niets</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Viewer</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Doorgaan</translation>
    </message>
    <message>
        <source>Continue as the database user</source>
        <translation>Doorgaan als databasegebruiker</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>Als iemand anders aanmelden</translation>
    </message>
    <message>
        <source>With your account of the Backupchecks web application, on {where}.</source>
        <translation>Met je account van de Backupchecks-webapplicatie, op {where}.</translation>
    </message>
    <message>
        <source>{name} is signed in. Running work goes on.</source>
        <translation>{name} is aangemeld. Lopend werk gaat door.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Vergrendeld</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Ontgrendelen</translation>
    </message>
    <message>
        <source>Act as</source>
        <translation>Werken als</translation>
    </message>
    <message>
        <source>Signed in as {name}.</source>
        <translation>Aangemeld als {name}.</translation>
    </message>
    <message>
        <source>The password is being checked.</source>
        <translation>Het wachtwoord wordt gecontroleerd.</translation>
    </message>
    <message>
        <source>The next attempt is possible in {n} s.</source>
        <translation>De volgende poging kan over {n} s.</translation>
    </message>
</context>
<context>
    <name>SignInPresenter</name>
    <message>
        <source>The database user of this workstation allows {role} at most.</source>
        <translation>De databasegebruiker van dit werkstation staat hoogstens {role} toe.</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>Decide which backup deserves a ticket</source>
        <translation>Beslis welke back-up een ticket verdient</translation>
    </message>
    <message>
        <source>Backupchecks collects the reports, Autotask keeps the tickets. Here you go through the failed runs of the night, create one ticket where it is needed, and resolve it when the backup is healthy again. Nothing is created, closed or mapped by itself.</source>
        <translation>Backupchecks verzamelt de rapporten, Autotask bewaart de tickets. Hier loop je de mislukte runs van de nacht na, maak je één ticket aan waar het nodig is, en los je het op als de back-up weer gezond is. Er wordt niets vanzelf aangemaakt, gesloten of gekoppeld.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Goed om te weten</translation>
    </message>
    <message>
        <source>Secrets go to this computer&apos;s keyring. They are never written to a file, shown again or exported.</source>
        <translation>Secrets gaan naar de sleutelbos van deze computer. Ze worden nooit in een bestand geschreven, opnieuw getoond of geëxporteerd.</translation>
    </message>
    <message>
        <source>Your Backupchecks tables are read as they are. This application keeps its own tables beside them.</source>
        <translation>Je Backupchecks-tabellen worden gelezen zoals ze zijn. Deze applicatie houdt haar eigen tabellen ernaast.</translation>
    </message>
    <message>
        <source>It starts in Sandbox. Production is switched on later, in Settings, with a confirmation.</source>
        <translation>Je begint in Sandbox. Productie zet je later aan, in Instellingen, met een bevestiging.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Inrichten</translation>
    </message>
    <message>
        <source>Connect your Backupchecks database and Autotask.</source>
        <translation>Verbind je Backupchecks-database en Autotask.</translation>
    </message>
    <message>
        <source>The address of the Backupchecks database</source>
        <translation>Het adres van de Backupchecks-database</translation>
    </message>
    <message>
        <source>An Autotask administrator for 5 minutes</source>
        <translation>5 minuten van een Autotask-beheerder</translation>
    </message>
    <message>
        <source>Autotask Sandbox access; Production comes later</source>
        <translation>Toegang tot Autotask Sandbox; Productie komt later</translation>
    </message>
    <message>
        <source>You need</source>
        <translation>Je hebt nodig</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Try it with sample data</source>
        <translation>Met voorbeeldgegevens proberen</translation>
    </message>
    <message>
        <source>A sample database and a small Autotask inside this computer.</source>
        <translation>Een voorbeelddatabase en een kleine Autotask op deze computer.</translation>
    </message>
    <message>
        <source>No account, no network, no password</source>
        <translation>Geen account, geen netwerk, geen wachtwoord</translation>
    </message>
    <message>
        <source>Every button works, also tickets and resolving</source>
        <translation>Elke knop werkt, ook tickets en oplossen</translation>
    </message>
    <message>
        <source>Removed with one click when you are done</source>
        <translation>Met één klik verwijderd als je klaar bent</translation>
    </message>
    <message>
        <source>You get</source>
        <translation>Je krijgt</translation>
    </message>
</context>
<context>
    <name>StatesPresenter</name>
    <message>
        <source>{n} read</source>
        <translation>{n} gelezen</translation>
    </message>
    <message>
        <source>{n} completed</source>
        <translation>{n} voltooid</translation>
    </message>
    <message>
        <source>{n} reopened</source>
        <translation>{n} heropend</translation>
    </message>
    <message>
        <source>{n} deleted in Autotask</source>
        <translation>{n} verwijderd in Autotask</translation>
    </message>
    <message>
        <source>{n} back in Autotask</source>
        <translation>{n} terug in Autotask</translation>
    </message>
    <message>
        <source>{n} not shown by Autotask</source>
        <translation>{n} niet getoond door Autotask</translation>
    </message>
    <message>
        <source>{n} that belong to other tickets by now</source>
        <translation>{n} die intussen bij andere tickets horen</translation>
    </message>
    <message>
        <source>Ticket states refreshed: no open tickets to read</source>
        <translation>Ticketstatussen vernieuwd: geen open tickets om te lezen</translation>
    </message>
    <message>
        <source>Ticket states refreshed: {counts}</source>
        <translation>Ticketstatussen vernieuwd: {counts}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Role and sign out</source>
        <translation>Rol en afmelden</translation>
    </message>
    <message>
        <source>Change the role, lock the window or sign out</source>
        <translation>Rol wijzigen, venster vergrendelen of afmelden</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Calls this hour</source>
        <translation>Aanroepen dit uur</translation>
    </message>
    <message>
        <source>{what} {done} of {total}</source>
        <translation>{what} {done} van {total}</translation>
    </message>
    <message>
        <source>Cancel {what}</source>
        <translation>{what} annuleren</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} van {limit}</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>komt nog</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Set up</source>
        <translation>Inrichten</translation>
    </message>
    <message>
        <source>About 10 minutes. You can stop after any step and go on later.</source>
        <translation>Ongeveer 10 minuten. Je kunt na elke stap stoppen en later verdergaan.</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>Runtijd</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objecten</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Wat er misging</translation>
    </message>
    <message>
        <source>And {n} more objects with problems. All are under Objects.</source>
        <translation>En nog {n} objecten met problemen. Alle staan onder Objecten.</translation>
    </message>
    <message>
        <source>Last {n} runs of this job</source>
        <translation>Laatste {n} runs van deze taak</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Oudste</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Nieuwste</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>No ticket for this run yet.</source>
        <translation>Nog geen ticket voor deze run.</translation>
    </message>
    <message>
        <source>Another run of this job has ticket {number}, {state}.</source>
        <translation>Een andere run van deze taak heeft ticket {number}, {state}.</translation>
    </message>
    <message>
        <source>Open ticket of this job</source>
        <translation>Open ticket van deze taak</translation>
    </message>
    <message>
        <source>Link {number} instead</source>
        <translation>In plaats daarvan {number} koppelen</translation>
    </message>
    <message>
        <source>Waiting for the outcome</source>
        <translation>Wacht op de uitkomst</translation>
    </message>
    <message>
        <source>Nobody knows yet whether Autotask created the ticket. It is looked for; do not create it by hand.</source>
        <translation>Nog niemand weet of Autotask het ticket heeft aangemaakt. Er wordt naar gezocht; maak het niet met de hand aan.</translation>
    </message>
    <message>
        <source>Wait for the outcome.</source>
        <translation>Wacht op de uitkomst.</translation>
    </message>
    <message>
        <source>That workstation no longer answers.</source>
        <translation>Dat werkstation antwoordt niet meer.</translation>
    </message>
    <message>
        <source>Creating uses queue {queue}, priority {priority}, due {due}. You check everything before it is sent.</source>
        <translation>Aanmaken gebruikt wachtrij {queue}, prioriteit {priority}, vervalt {due}. Je controleert alles voordat het wordt verstuurd.</translation>
    </message>
</context>
<context>
    <name>SwitchDialog</name>
    <message>
        <source>No Autotask database is bound to Production yet; the test does that</source>
        <translation>Er is nog geen Autotask-database vastgelegd voor Productie; de test doet dat</translation>
    </message>
    <message>
        <source>Database {id}</source>
        <translation>Database {id}</translation>
    </message>
    <message>
        <source>Autotask database {new} instead of {old}, zone {zone}</source>
        <translation>Autotask-database {new} in plaats van {old}, zone {zone}</translation>
    </message>
    <message>
        <source>Everyone who works on this Backupchecks database switches with you when you save</source>
        <translation>Iedereen die op deze Backupchecks-database werkt, schakelt mee over zodra je opslaat</translation>
    </message>
    <message>
        <source>Tickets made in Sandbox stay visible and are marked Sandbox</source>
        <translation>Tickets uit Sandbox blijven zichtbaar, gemarkeerd als Sandbox</translation>
    </message>
    <message>
        <source>This computer has no complete credentials of Production yet</source>
        <translation>Deze computer heeft nog geen volledige gegevens van Productie</translation>
    </message>
    <message>
        <source>This computer holds the secret and tracking identifier of Production</source>
        <translation>Deze computer heeft het secret en de tracking-ID van Productie</translation>
    </message>
    <message>
        <source>This is how every screen will look.</source>
        <translation>Zo ziet elk scherm er dan uit.</translation>
    </message>
    <message>
        <source>Switch to Production</source>
        <translation>Naar Productie overschakelen</translation>
    </message>
    <message>
        <source>Stay in Sandbox</source>
        <translation>In Sandbox blijven</translation>
    </message>
    <message>
        <source>Switch to Production?</source>
        <translation>Naar Productie overschakelen?</translation>
    </message>
    <message>
        <source>From then on tickets are real: engineers see them, customers may be notified, time is billed.</source>
        <translation>Vanaf dan zijn tickets echt: engineers zien ze, klanten krijgen mogelijk bericht, tijd wordt gefactureerd.</translation>
    </message>
</context>
<context>
    <name>TabRow</name>
    <message>
        <source>Pages</source>
        <translation>Pagina&apos;s</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Vernieuwen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Reset columns</source>
        <translation>Kolommen herstellen</translation>
    </message>
</context>
<context>
    <name>TakeOverPresenter</name>
    <message>
        <source>Only an admin changes these settings.</source>
        <translation>Alleen een admin wijzigt deze instellingen.</translation>
    </message>
    <message>
        <source>This database holds no settings of the web application.</source>
        <translation>Deze database bevat geen instellingen van de webapplicatie.</translation>
    </message>
    <message>
        <source>The web application holds nothing else.</source>
        <translation>De webapplicatie heeft verder niets.</translation>
    </message>
    <message>
        <source>Taken over for {place}, not saved yet: {names}.</source>
        <translation>Overgenomen voor {place}, nog niet opgeslagen: {names}.</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Correlation id: {id}</source>
        <translation>Correlatie-ID: {id}</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>Ticket openen</translation>
    </message>
    <message>
        <source>Reading from Autotask…</source>
        <translation>Lezen uit Autotask…</translation>
    </message>
    <message>
        <source>Autotask is off; this is as last read.</source>
        <translation>Autotask staat uit; dit is zoals het laatst gelezen is.</translation>
    </message>
    <message>
        <source>Read from Autotask at {time}</source>
        <translation>Gelezen uit Autotask om {time}</translation>
    </message>
    <message>
        <source>Not read just now</source>
        <translation>Niet zojuist gelezen</translation>
    </message>
    <message>
        <source>No ticket for this run yet.</source>
        <translation>Nog geen ticket voor deze run.</translation>
    </message>
    <message>
        <source>{environment} holds {number}, which does not count here.</source>
        <translation>{environment} heeft {number}, dat hier niet telt.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkomst</translation>
    </message>
    <message>
        <source>Ticket id</source>
        <translation>Ticket-ID</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Omgeving</translation>
    </message>
    <message>
        <source>Copy ticket number</source>
        <translation>Ticketnummer kopiëren</translation>
    </message>
    <message>
        <source>Copy ticket number (Y)</source>
        <translation>Ticketnummer kopiëren (Y)</translation>
    </message>
    <message>
        <source>The ticket could not be read</source>
        <translation>Het ticket kon niet worden gelezen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Opnieuw lezen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopiëren</translation>
    </message>
    <message>
        <source>Time entries</source>
        <translation>Tijdregistraties</translation>
    </message>
    <message>
        <source>This API user may not see time entries, so nobody knows.</source>
        <translation>Deze API-gebruiker mag geen tijdregistraties zien, dus niemand weet het.</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} u</translation>
    </message>
    <message>
        <source>Time entries ({n})</source>
        <translation>Tijdregistraties ({n})</translation>
    </message>
    <message>
        <source>No time has been booked.</source>
        <translation>Er is geen tijd geboekt.</translation>
    </message>
    <message>
        <source>Resolve will add the note only. The ticket stays open.</source>
        <translation>Oplossen voegt alleen de notitie toe. Het ticket blijft open.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>This API user may not see notes.</source>
        <translation>Deze API-gebruiker mag geen notities zien.</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Nog geen notities.</translation>
    </message>
    <message>
        <source>{n} earlier notes are not shown. Open the ticket to read them.</source>
        <translation>{n} eerdere notities worden niet getoond. Open het ticket om ze te lezen.</translation>
    </message>
    <message>
        <source>Add internal note</source>
        <translation>Interne notitie toevoegen</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>Queue</source>
        <translation>Wachtrij</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioriteit</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vervaldatum</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geopend</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Toegewezen aan</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nog niemand</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkomst</translation>
    </message>
    <message>
        <source>Ticket id</source>
        <translation>Ticket-ID</translation>
    </message>
    <message>
        <source>{when} by {who}</source>
        <translation>{when} door {who}</translation>
    </message>
    <message>
        <source>Contact {id}</source>
        <translation>Contactpersoon {id}</translation>
    </message>
    <message>
        <source>Resource {id}</source>
        <translation>Medewerker {id}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} u</translation>
    </message>
    <message>
        <source>non-billable</source>
        <translation>niet-factureerbaar</translation>
    </message>
    <message>
        <source>{who} of the customer</source>
        <translation>{who} van de klant</translation>
    </message>
    <message>
        <source>{who}, internal</source>
        <translation>{who}, intern</translation>
    </message>
    <message>
        <source>{who}, seen by the customer</source>
        <translation>{who}, zichtbaar voor de klant</translation>
    </message>
</context>
<context>
    <name>TicketsPage</name>
    <message>
        <source>Open tickets</source>
        <translation>Open tickets</translation>
    </message>
    <message>
        <source>No open ticket</source>
        <translation>Geen open ticket</translation>
    </message>
    <message>
        <source>There are more open tickets; see Run Checks.</source>
        <translation>Er zijn meer open tickets; zie Run Checks.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Views</source>
        <translation>Weergaven</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>View menu</source>
        <translation>Weergavemenu</translation>
    </message>
    <message>
        <source>Your own views, and grouping by job</source>
        <translation>Je eigen weergaven, en groeperen per taak</translation>
    </message>
    <message>
        <source>Search customer, job, ticket or message</source>
        <translation>Zoek klant, taak, ticket of melding</translation>
    </message>
    <message>
        <source>Create Autotask ticket</source>
        <translation>Autotask-ticket maken</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>Ticket openen</translation>
    </message>
    <message>
        <source>Link existing ticket</source>
        <translation>Ticket koppelen</translation>
    </message>
    <message>
        <source>Type ticket number</source>
        <translation>Ticketnummer typen</translation>
    </message>
    <message>
        <source>Resolve ticket</source>
        <translation>Ticket oplossen</translation>
    </message>
    <message>
        <source>Add note only</source>
        <translation>Alleen notitie toevoegen</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Afhandelen</translation>
    </message>
    <message>
        <source>Show its runs</source>
        <translation>Runs tonen</translation>
    </message>
    <message>
        <source>Show single runs</source>
        <translation>Losse runs tonen</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Niet afgehandeld</translation>
    </message>
    <message>
        <source>Needs ticket</source>
        <translation>Ticket nodig</translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation>Open tickets</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Gemist</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Alle klanten</translation>
    </message>
    <message>
        <source>All software</source>
        <translation>Alle software</translation>
    </message>
    <message>
        <source>Date range</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>The audit log no longer holds entry {id} as this computer saw it: the database is an older copy, or somebody changed it. Verify it in Settings, Audit log.</source>
        <translation>De auditlog bevat regel {id} niet meer zoals deze computer haar zag: de database is een oudere kopie, of iemand heeft haar gewijzigd. Controleer dit in Instellingen, Auditlog.</translation>
    </message>
</context>
<context>
    <name>TypedConfirmDialog</name>
    <message>
        <source>Type {word} to confirm</source>
        <translation>Typ {word} om te bevestigen</translation>
    </message>
    <message>
        <source>Type {word} first</source>
        <translation>Typ eerst {word}</translation>
    </message>
</context>
<context>
    <name>UnlinkDialog</name>
    <message>
        <source>Unlink ticket</source>
        <translation>Ticket ontkoppelen</translation>
    </message>
    <message>
        <source>Unlink {number} from this run</source>
        <translation>{number} van deze run ontkoppelen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>The link is being read.</source>
        <translation>De koppeling wordt gelezen.</translation>
    </message>
    <message>
        <source>The ticket itself is not touched. The reason is kept with your name in the history.</source>
        <translation>Het ticket zelf wordt niet aangeraakt. De reden wordt met jouw naam in de historie bewaard.</translation>
    </message>
    <message>
        <source>It was created for this run, so it still counts: the run gets no other new ticket, but another existing one can be linked.</source>
        <translation>Het is voor deze run aangemaakt, dus het telt nog: de run krijgt geen ander nieuw ticket, maar een ander bestaand ticket kan worden gekoppeld.</translation>
    </message>
    <message>
        <source>Say why the ticket is unlinked.</source>
        <translation>Zeg waarom het ticket wordt ontkoppeld.</translation>
    </message>
    <message>
        <source>The ticket is being unlinked.</source>
        <translation>Het ticket wordt ontkoppeld.</translation>
    </message>
    <message>
        <source>Nothing was unlinked</source>
        <translation>Er is niets ontkoppeld</translation>
    </message>
</context>
<context>
    <name>UnlinkPresenter</name>
    <message>
        <source>The link is gone already, or the web application wrote it.</source>
        <translation>De koppeling is al weg, of de webapplicatie schreef haar.</translation>
    </message>
    <message>
        <source>Ticket {number} unlinked.</source>
        <translation>Ticket {number} ontkoppeld.</translation>
    </message>
</context>
<context>
    <name>ValidationDialog</name>
    <message>
        <source>Validate configuration</source>
        <translation>Configuratie checken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Nothing would stop a ticket</source>
        <translation>Niets houdt een ticket tegen</translation>
    </message>
    <message>
        <source>1 thing would stop a ticket</source>
        <translation>1 punt houdt een ticket tegen</translation>
    </message>
    <message>
        <source>{n} things would stop a ticket</source>
        <translation>{n} punten houden een ticket tegen</translation>
    </message>
    <message>
        <source>Judged for {environment} with the values of the form, saved or not. Nobody was asked; Test connection asks Autotask.</source>
        <translation>Beoordeeld voor {environment} met de waarden van het formulier, opgeslagen of niet. Er is niemand gevraagd; Verbinding testen vraagt Autotask.</translation>
    </message>
</context>
<context>
    <name>ValidationPresenter</name>
    <message>
        <source>Customers</source>
        <translation>Klanten</translation>
    </message>
    <message>
        <source>{n} to mend before a ticket.</source>
        <translation>{n} in orde te maken voor een ticket.</translation>
    </message>
    <message>
        <source>Nothing would stop a ticket.</source>
        <translation>Niets houdt een ticket tegen.</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Save this view…</source>
        <translation>Deze weergave opslaan…</translation>
    </message>
    <message>
        <source>Rename {name}…</source>
        <translation>{name} hernoemen…</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} verwijderen</translation>
    </message>
    <message>
        <source>&amp;Group by job</source>
        <translation>&amp;Groeperen per taak</translation>
    </message>
    <message>
        <source>{name}: {missing} is not in this database any more, so all are shown.</source>
        <translation>{name}: {missing} staat niet meer in deze database, dus alles wordt getoond.</translation>
    </message>
    <message>
        <source>View {name} is kept. V opens your views.</source>
        <translation>Weergave {name} is bewaard. V opent je weergaven.</translation>
    </message>
    <message>
        <source>View {former} is called {name} now.</source>
        <translation>Weergave {former} heet nu {name}.</translation>
    </message>
    <message>
        <source>View {name} is removed.</source>
        <translation>Weergave {name} is verwijderd.</translation>
    </message>
</context>
<context>
    <name>WaitingPresenter</name>
    <message>
        <source>run {id}</source>
        <translation>run {id}</translation>
    </message>
    <message>
        <source>Ticket {number} found for {run}</source>
        <translation>Ticket {number} gevonden voor {run}</translation>
    </message>
    <message>
        <source>Ticket {number} in Autotask has the very title of {run}. Decide whether it is this run&apos;s.</source>
        <translation>Ticket {number} in Autotask heeft precies de titel van {run}. Beslis of het bij deze run hoort.</translation>
    </message>
    <message>
        <source>Ticket {number} conflicts with {run}. Nothing was created.</source>
        <translation>Ticket {number} botst met {run}. Er is niets aangemaakt.</translation>
    </message>
    <message>
        <source>No ticket found for {run} after repeated looks. It can be created again.</source>
        <translation>Na herhaald zoeken geen ticket gevonden voor {run}. Het kan opnieuw worden aangemaakt.</translation>
    </message>
</context>
<context>
    <name>WritingDialog</name>
    <message>
        <source>Copy details</source>
        <translation>Details kopiëren</translation>
    </message>
    <message>
        <source>What is written here is real.</source>
        <translation>Wat hier geschreven wordt, is echt.</translation>
    </message>
    <message>
        <source>The steps are under way.</source>
        <translation>De stappen lopen.</translation>
    </message>
    <message>
        <source>What is being written cannot be taken back. Wait for the last step.</source>
        <translation>Wat geschreven wordt, is niet terug te nemen. Wacht op de laatste stap.</translation>
    </message>
    <message>
        <source>Being written to Autotask</source>
        <translation>Wordt naar Autotask geschreven</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>_ListPage</name>
    <message>
        <source>Reading…</source>
        <translation>Lezen…</translation>
    </message>
</context>
<context>
    <name>_Matches</name>
    <message>
        <source>Exact matches</source>
        <translation>Exacte matches</translation>
    </message>
</context>
<context>
    <name>widget</name>
    <message>
        <source>id {id}</source>
        <translation>id {id}</translation>
    </message>
</context>
</TS>
