package mail

import "github.com/postchat/postchat"

var german = words{
	Lang: "de", Dir: "ltr",

	ChatWith: "Chat mit %s", OfflineFrom: "Offline-Nachricht von %s",
	SomeVisitor:    "einem Besucher",
	Urgent:         "Dringend",
	NoteBy:         "Notiz von %s",
	NoteByOperator: "Notiz aus dem Chat-Team",

	Codes: "Codes", NoCodes: "keine vergeben",
	UnknownCode: "unbekannter Code", RetiredCode: "Code außer Gebrauch", NoAddress: "keine Adresse",
	Visitor: "Besucher", Email: "E-Mail", Phone: "Telefon", NotAnAddress: "keine gültige Adresse",
	Operators: "Chat-Team", Department: "Abteilung", Page: "Seite", Topic: "Betreff",
	Kind: "Art", OfflineMessage: "Offline-Nachricht: hinterlassen, als niemand da war",
	Started: "Begonnen", Ended: "Beendet", Received: "Eingegangen", Duration: "Dauer",
	FollowUp: "Vorgang",
	Hours:    "Std.", Minutes: "Min.", Seconds: "Sek.",
	Months: [12]string{
		"Januar", "Februar", "März", "April", "Mai", "Juni",
		"Juli", "August", "September", "Oktober", "November", "Dezember",
	},
	Day: "%d. %s %d", DayAndTime: "02.01.2006 15:04", Decimal: ",",

	WriteToVisitor: "Dem Besucher schreiben",
	ReplyToVisitor: "Eine Antwort auf diese E-Mail geht an den Besucher.",
	ReplyElsewhere: "Eine Antwort auf diese E-Mail geht an %s, nicht an den Besucher.",
	YourChat:       "Ihr Chat mit %s", YourMessage: "Ihre Nachricht an %s",
	Rescue:     "Eine Adresse der Tabelle hat diese E-Mail abgelehnt, deshalb kommt sie an Standard.",
	RescueSaid: "Der Server sagte: %s", RefusedIt: "%s lehnte ab: %s",
	Addendum: "Dieser Chat ist länger, als in der ersten E-Mail darüber stand.",
	Again:    "Diese E-Mail wurde von Hand noch einmal gesendet.",
	Test:     "Test", TestOnly: "Dies ist ein Test. Er ging nur an %s und zählt nicht als Vorgang.",

	Transcript: "Gesprächsverlauf", NoMessages: "Der Chat hat keine Nachrichten.",
	Important: "Wichtige Zeilen", Starred: "wichtig",
	NotWhole:    "Der Gesprächsverlauf ist nicht vollständig: Das Chatsystem gab den Rest nicht heraus.",
	CoveredText: "geschwärzter Text", CoveredHere: "Geschwärzte Texte in dieser E-Mail: %d. Wer den Vorgang sehen darf, kann sie auf dessen Seite lesen.",
	ShownOf:       "%d von %d Nachrichten gezeigt; der ganze Verlauf ist als " + transcriptName + " angehängt.",
	ShortenedHere: "Lange Texte sind hier gekürzt; vollständig stehen alle im Anhang " + transcriptName + ".",
	LeftOut:       "%d Nachrichten hier ausgelassen",
	NoText:        "(kein Text)", File: "Datei", PrivateNote: "interne Notiz",
	Roles: map[postchat.Role]string{
		postchat.RoleVisitor: "Besucher", postchat.RoleOperator: "Chat-Team",
		postchat.RoleBot: "Bot", postchat.RoleSystem: "System", postchat.RoleUnknown: "unbekannter Absender",
	},
	MoreCharacters: "… %d weitere Zeichen in " + transcriptName, MoreFiles: "… %d weitere Dateien in " + transcriptName,
	MoreInTranscript: "und %d weitere, im Anhang " + transcriptName,

	Why:    "Warum Sie diese E-Mail bekommen",
	Nobody: "Niemand: es ist keine Adresse dafür da.",
	Reasons: map[postchat.ReasonKind]string{
		postchat.ReasonCode:             "der Code %s wurde vergeben",
		postchat.ReasonNoCode:           "Standard: kein Code wurde vergeben",
		postchat.ReasonNoKnownCode:      "Standard: kein bekannter Code wurde vergeben",
		postchat.ReasonCodesUnaddressed: "Standard: die vergebenen Codes haben keine Adresse",
		postchat.ReasonExtra:            "hinzugefügt von %s",
		postchat.ReasonRescue:           "Standard: %s hat die E-Mail abgelehnt",
		postchat.ReasonAgain:            "noch einmal gesendet von %s",
	},
	AddedByOperator: "von Hand hinzugefügt", SentAgain: "noch einmal gesendet",
	States: map[string]string{
		postchat.ReasonRescued:                   "eine Adresse lehnte die E-Mail ab, deshalb ging sie an Standard",
		postchat.ReasonUndone:                    "ein OK wurde zurückgenommen",
		postchat.ReasonCodePicked:                "der nötige Code ist gewählt, aber OK noch nicht gedrückt",
		postchat.ReasonReopened:                  "das Gespräch wurde wieder geöffnet; es geht weiter, wenn es geschlossen oder von Hand gesendet wird",
		postchat.ReasonFetchFailed:               "das Chatsystem gibt den Gesprächsverlauf noch nicht heraus; es wird wieder gefragt",
		postchat.ReasonFetchDenied:               "der Gesprächsverlauf kann erst geholt werden, wenn jemand die Quelle richtig einstellt",
		postchat.ReasonRetired:                   "der Gesprächsverlauf konnte nicht geholt werden, und die Quelle ist stillgelegt",
		postchat.ReasonNothingNew:                "nicht weitergeleitet: Das Gespräch wurde wieder geöffnet und geschlossen, ohne dass etwas gesagt wurde",
		string(postchat.NotForwardedNoStandard):  "nicht weitergeleitet: Standard hat keine Adresse",
		string(postchat.NotForwardedUnaddressed): "nicht weitergeleitet: Die gegebenen Codes haben keine Adresse, und die Kampagne sendet solche Chats an niemanden",
	},
}
