package mail

import "github.com/postchat/postchat"

var dutch = words{
	Lang: "nl", Dir: "ltr",

	ChatWith: "Chat met %s", OfflineFrom: "Offline bericht van %s",
	SomeVisitor:    "een bezoeker",
	Urgent:         "Dringend",
	NoteBy:         "Notitie van %s",
	NoteByOperator: "Notitie van de medewerker",

	Codes: "Codes", NoCodes: "geen gegeven",
	UnknownCode: "onbekende code", RetiredCode: "code buiten gebruik", NoAddress: "geen adres",
	Visitor: "Bezoeker", Email: "E-mail", Phone: "Telefoon", NotAnAddress: "geen geldig adres",
	Operators: "Medewerkers", Department: "Afdeling", Page: "Pagina", Topic: "Onderwerp",
	Kind: "Soort", OfflineMessage: "Offline bericht: achtergelaten terwijl er niemand was",
	Started: "Begonnen", Ended: "Afgelopen", Received: "Ontvangen", Duration: "Duur",
	FollowUp: "Opvolging",
	Hours:    "u", Minutes: "min", Seconds: "s",
	Months: [12]string{
		"januari", "februari", "maart", "april", "mei", "juni",
		"juli", "augustus", "september", "oktober", "november", "december",
	},
	Day: "%d %s %d", DayAndTime: "02-01-2006 15:04", Decimal: ",",

	WriteToVisitor: "Schrijf aan de bezoeker",
	ReplyToVisitor: "Een antwoord op deze mail gaat naar de bezoeker.",
	ReplyElsewhere: "Een antwoord op deze mail gaat naar %s, niet naar de bezoeker.",
	YourChat:       "Uw chat met %s", YourMessage: "Uw bericht aan %s",
	Rescue:     "Deze mail is geweigerd door een adres uit de tabel en komt daarom naar standaard.",
	RescueSaid: "De server zei: %s", RefusedIt: "%s weigerde: %s",
	Addendum: "Deze chat is langer dan in de eerste mail erover stond.",
	Again:    "Deze mail is door iemand opnieuw verzonden.",
	Test:     "Test", TestOnly: "Dit is een test. Hij ging alleen naar %s en telt niet als opvolging.",

	Transcript: "Gesprek", NoMessages: "De chat heeft geen berichten.",
	Important: "Belangrijke regels", Starred: "belangrijk",
	NotWhole:    "Het gesprek is niet volledig: het chatsysteem gaf de rest niet.",
	CoveredText: "afgedekte tekst", CoveredHere: "Afgedekte teksten in deze mail: %d. Wie de opvolging mag zien, kan ze op de pagina ervan lezen.",
	ShownOf:       "%d van %d berichten getoond; het hele gesprek is bijgevoegd als " + transcriptName + ".",
	ShortenedHere: "Lange teksten zijn hier ingekort; alle staan volledig in de bijlage " + transcriptName + ".",
	LeftOut:       "%d berichten hier weggelaten",
	NoText:        "(geen tekst)", File: "Bestand", PrivateNote: "interne notitie",
	Roles: map[postchat.Role]string{
		postchat.RoleVisitor: "bezoeker", postchat.RoleOperator: "medewerker",
		postchat.RoleBot: "bot", postchat.RoleSystem: "systeem", postchat.RoleUnknown: "onbekende afzender",
	},
	MoreCharacters: "… nog %d tekens in " + transcriptName, MoreFiles: "… nog %d bestanden in " + transcriptName,
	MoreInTranscript: "en nog %d, in de bijlage " + transcriptName,

	Why:    "Waarom u dit krijgt",
	Nobody: "Niemand: er is geen adres voor.",
	Reasons: map[postchat.ReasonKind]string{
		postchat.ReasonCode:             "de code %s is gegeven",
		postchat.ReasonNoCode:           "standaard: er is geen code gegeven",
		postchat.ReasonNoKnownCode:      "standaard: er is geen bekende code gegeven",
		postchat.ReasonCodesUnaddressed: "standaard: de gegeven codes hebben geen adres",
		postchat.ReasonExtra:            "toegevoegd door %s",
		postchat.ReasonRescue:           "standaard: %s weigerde de mail",
		postchat.ReasonAgain:            "opnieuw verzonden door %s",
	},
	AddedByOperator: "toegevoegd door de medewerker", SentAgain: "opnieuw verzonden",
	States: map[string]string{
		postchat.ReasonRescued:                   "een adres weigerde de mail, daarom ging die naar standaard",
		postchat.ReasonUndone:                    "een OK is teruggenomen",
		postchat.ReasonCodePicked:                "de vereiste code is gekozen, maar er is nog niet op OK gedrukt",
		postchat.ReasonReopened:                  "het gesprek is heropend; het gaat verder als het gesloten wordt of als een medewerker het verstuurt",
		postchat.ReasonFetchFailed:               "het chatsysteem geeft het gesprek nog niet; het wordt opnieuw gevraagd",
		postchat.ReasonFetchDenied:               "het gesprek kan pas worden opgehaald als iemand de bron goed instelt",
		postchat.ReasonRetired:                   "het gesprek kon niet worden opgehaald, en de bron is buiten gebruik",
		postchat.ReasonNothingNew:                "niet doorgestuurd: het gesprek is heropend en weer gesloten zonder dat er iets is gezegd",
		string(postchat.NotForwardedNoStandard):  "niet doorgestuurd: standaard heeft geen adres",
		string(postchat.NotForwardedUnaddressed): "niet doorgestuurd: de gegeven codes hebben geen adres, en de campagne stuurt zulke chats aan niemand",
	},
}
