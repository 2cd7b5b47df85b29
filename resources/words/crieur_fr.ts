<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>AboutSection</name>
    <message>
        <source>A poll shows its choices here; you vote on its own page, in the browser.</source>
        <translation>Un sondage montre ses choix ici&#x202f;; vous votez sur sa page, dans le navigateur.</translation>
    </message>
    <message>
        <source>A video shows its still picture here and opens in the browser.</source>
        <translation>Une vidéo montre une image fixe ici et s’ouvre dans le navigateur.</translation>
    </message>
    <message>
        <source>About Crieur</source>
        <translation>À propos de Crieur</translation>
    </message>
    <message>
        <source>Crieur {version}</source>
        <translation>Crieur {version}</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Logiciel libre sous licence Apache 2.0.</translation>
    </message>
    <message>
        <source>Inter (SIL Open Font License), Lucide (ISC), Simple Icons (CC0). The networks’ marks belong to the networks.</source>
        <translation>Inter (SIL Open Font License), Lucide (ISC), Simple Icons (CC0). Les logos des réseaux appartiennent aux réseaux.</translation>
    </message>
    <message>
        <source>Is something not working?</source>
        <translation>Quelque chose ne fonctionne pas&#x202f;?</translation>
    </message>
    <message>
        <source>Playing videos</source>
        <translation>Lecture des vidéos</translation>
    </message>
    <message>
        <source>Private messages</source>
        <translation>Messages privés</translation>
    </message>
    <message>
        <source>The command “crieur doctor” examines this computer and says what is missing and how to mend it.</source>
        <translation>La commande «&#x202f;crieur doctor&#x202f;» examine cet ordinateur, dit ce qui manque et comment y remédier.</translation>
    </message>
    <message>
        <source>The networks’ own mailboxes are not read. On Mastodon a post for named people only is shown with a lock, and your answer is for them only as well.</source>
        <translation>Les messageries des réseaux ne sont pas lues. Sur Mastodon, une publication réservée aux personnes mentionnées s’affiche avec un cadenas, et votre réponse leur est réservée aussi.</translation>
    </message>
    <message>
        <source>Type, icons and marks</source>
        <translation>Police, icônes et logos</translation>
    </message>
    <message>
        <source>Voting in polls</source>
        <translation>Vote dans les sondages</translation>
    </message>
    <message>
        <source>What Crieur leaves out</source>
        <translation>Ce que Crieur ne fait pas</translation>
    </message>
</context>
<context>
    <name>AccountChips</name>
    <message>
        <source>All accounts</source>
        <translation>Tous les comptes</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Reconnectez-vous</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Allow posting</source>
        <translation>Autoriser la publication</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Déconnecter…</translation>
    </message>
    <message>
        <source>Fetch from it now…</source>
        <translation>Actualiser maintenant…</translation>
    </message>
    <message>
        <source>Keyring locked</source>
        <translation>Trousseau verrouillé</translation>
    </message>
    <message>
        <source>More for this account</source>
        <translation>Plus d’actions pour ce compte</translation>
    </message>
    <message>
        <source>Only read, never post</source>
        <translation>Lire seulement, ne jamais publier</translation>
    </message>
    <message>
        <source>See the spending</source>
        <translation>Voir les dépenses</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Se reconnecter…</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>can post in the browser</source>
        <translation>publie dans le navigateur</translation>
    </message>
    <message>
        <source>can read only</source>
        <translation>lit seulement</translation>
    </message>
    <message>
        <source>can read, post</source>
        <translation>lit et publie</translation>
    </message>
</context>
<context>
    <name>AccountsSection</name>
    <message>
        <source>Archives of X, Mastodon and Bluesky bring years of posts at no cost. You can also drop the file onto this window.</source>
        <translation>Les archives de X, de Mastodon et de Bluesky apportent des années de publications sans frais. Vous pouvez aussi déposer le fichier sur cette fenêtre.</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Connecter un compte</translation>
    </message>
    <message>
        <source>Connected accounts</source>
        <translation>Comptes connectés</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Disconnect {handle}?</source>
        <translation>Déconnecter {handle}&#x202f;?</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Fetch from {network}?</source>
        <translation>Actualiser {network}&#x202f;?</translation>
    </message>
    <message>
        <source>Import an archive</source>
        <translation>Importer une archive</translation>
    </message>
    <message>
        <source>Its key leaves the keyring, and the posts that only this account received leave your file. Nothing changes on the network itself.</source>
        <translation>Sa clé quitte le trousseau, et les publications reçues par ce seul compte quittent votre fichier. Rien ne change sur le réseau lui-même.</translation>
    </message>
    <message>
        <source>Its posts leave your file. You can follow the site again later.</source>
        <translation>Ses publications quittent votre fichier. Vous pourrez de nouveau suivre ce site plus tard.</translation>
    </message>
    <message>
        <source>Leave the demo to use your own accounts</source>
        <translation>Quittez la démo pour utiliser vos propres comptes</translation>
    </message>
    <message>
        <source>New mentions are read, and your home feed where you asked for it. This costs at most {cost}.</source>
        <translation>Crieur lit les nouvelles mentions, ainsi que votre fil d’accueil si vous l’avez demandé. Cela coûte {cost} au plus.</translation>
    </message>
    <message>
        <source>No account yet.</source>
        <translation>Aucun compte pour l’instant.</translation>
    </message>
    <message>
        <source>The server asks to wait {time}</source>
        <translation>Le serveur demande d’attendre {time}</translation>
    </message>
    <message>
        <source>Up to date · {time}</source>
        <translation>À jour · {time}</translation>
    </message>
    <message>
        <source>Without a key: from your archive</source>
        <translation>Sans clé&#x202f;: à partir de votre archive</translation>
    </message>
    <message>
        <source>X’s rules ask Crieur to forget all that came from there. Its posts and people leave your file, with your bookmarks, notes and mutes of them; an older copy loses them when you open it. What was spent stays on record. Nothing changes on X itself.</source>
        <translation>Les règles de X demandent à Crieur d’oublier tout ce qui en vient. Les publications et les personnes de X quittent votre fichier, avec les signets, les notes et les masquages qui les concernent&#x202f;; une ancienne copie les perd quand vous l’ouvrez. Vos dépenses restent inscrites. Rien ne change sur X.</translation>
    </message>
    <message>
        <source>Your earlier posts</source>
        <translation>Vos publications passées</translation>
    </message>
    <message>
        <source>{spent} of {cap} this month</source>
        <translation>{spent} sur {cap} ce mois-ci</translation>
    </message>
</context>
<context>
    <name>ActivityPane</name>
    <message>
        <source>Likes, reposts and new followers of your accounts appear here.</source>
        <translation>Les J’aime, les partages et les nouveaux followers de vos comptes s’affichent ici.</translation>
    </message>
    <message>
        <source>Mentions, answers, likes and new followers appear here.</source>
        <translation>Les mentions, les réponses, les J’aime et les nouveaux followers s’affichent ici.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Rien pour l’instant</translation>
    </message>
</context>
<context>
    <name>ActivityRow</name>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Let them follow</source>
        <translation>Accepter</translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s) liked your post</source>
        <translation>
            <numerusform>et&#x202f;%Ln autre personne aiment votre publication</numerusform>
            <numerusform>et&#x202f;%Ln autres personnes aiment votre publication</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s) now follow you</source>
        <translation>
            <numerusform>et %Ln autre personne vous suivent maintenant</numerusform>
            <numerusform>et %Ln autres personnes vous suivent maintenant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s) reposted your post</source>
        <translation>
            <numerusform>et&#x202f;%Ln autre personne ont partagé votre publication</numerusform>
            <numerusform>et&#x202f;%Ln autres personnes ont partagé votre publication</numerusform>
        </translation>
    </message>
    <message>
        <source>answered you</source>
        <translation>vous a répondu</translation>
    </message>
    <message>
        <source>asks to follow you</source>
        <translation>demande à vous suivre</translation>
    </message>
    <message>
        <source>follows you now</source>
        <translation>vous suit désormais</translation>
    </message>
    <message>
        <source>liked your post</source>
        <translation>aime votre publication</translation>
    </message>
    <message>
        <source>mentioned you</source>
        <translation>vous mentionne</translation>
    </message>
    <message>
        <source>quoted you</source>
        <translation>vous cite</translation>
    </message>
    <message>
        <source>reposted your post</source>
        <translation>a partagé votre publication</translation>
    </message>
</context>
<context>
    <name>AddColumnDialog</name>
    <message>
        <source>#lyonfood</source>
        <translation>#lyonfood</translation>
    </message>
    <message>
        <source>@name@server, or name.bsky.social</source>
        <translation>@nom@serveur, ou nom.bsky.social</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>Add the column</source>
        <translation>Ajouter la colonne</translation>
    </message>
    <message>
        <source>Ask {name} for your lists, at most {money}</source>
        <translation>Demander vos listes à {name}, {money} au plus</translation>
    </message>
    <message>
        <source>Choose a list.</source>
        <translation>Choisissez une liste.</translation>
    </message>
    <message>
        <source>Every account</source>
        <translation>Tous les comptes</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Looking this person up costs at most {money}.</source>
        <translation>Consulter ce profil coûte {money} au plus.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>None of your accounts offers this.</source>
        <translation>Aucun de vos comptes ne propose cela.</translation>
    </message>
    <message>
        <source>This account has no list. Make one on its network’s page.</source>
        <translation>Ce compte n’a pas de liste. Créez-en une sur la page de son réseau.</translation>
    </message>
    <message>
        <source>Type what the column should look for.</source>
        <translation>Saisissez ce que la colonne doit chercher.</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>À rechercher</translation>
    </message>
    <message>
        <source>brioche Lyon</source>
        <translation>brioche Lyon</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>BlueskyForm</name>
    <message>
        <source>A handle is never this long. Check it.</source>
        <translation>Un identifiant n’est jamais aussi long. Vérifiez-le.</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>Mot de passe d’application</translation>
    </message>
    <message>
        <source>Bluesky makes one for you: not the password you sign in with.</source>
        <translation>Bluesky en crée un pour vous&#x202f;: ce n’est pas votre mot de passe habituel.</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Leave empty unless your account lives on a server of its own.</source>
        <translation>À laisser vide, sauf si votre compte se trouve sur un autre serveur.</translation>
    </message>
    <message>
        <source>Make an app password on Bluesky’s page</source>
        <translation>Créer un mot de passe d’application sur Bluesky</translation>
    </message>
    <message>
        <source>No account has this handle. Check its spelling, or name its server below.</source>
        <translation>Aucun compte ne porte cet identifiant. Vérifiez-le, ou indiquez son serveur ci-dessous.</translation>
    </message>
    <message>
        <source>Paste the app password here.</source>
        <translation>Collez ici le mot de passe d’application.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>The server does not accept this pair of handle and app password.</source>
        <translation>Le serveur n’accepte pas cet identifiant avec ce mot de passe d’application.</translation>
    </message>
    <message>
        <source>This looks like your main password. Crieur only takes an app password, such as abcd-efgh-ijkl-mnop.</source>
        <translation>Cela ressemble à votre mot de passe principal. Crieur n’accepte qu’un mot de passe d’application, comme abcd-efgh-ijkl-mnop.</translation>
    </message>
    <message>
        <source>This password belongs to another account.</source>
        <translation>Ce mot de passe est celui d’un autre compte.</translation>
    </message>
    <message>
        <source>Type a full address, such as https://bsky.social.</source>
        <translation>Saisissez une adresse complète, comme https://bsky.social.</translation>
    </message>
    <message>
        <source>Type your handle, such as lumiere.bsky.social.</source>
        <translation>Saisissez votre identifiant, par exemple lumiere.bsky.social.</translation>
    </message>
    <message>
        <source>your-name.bsky.social</source>
        <translation>votre-nom.bsky.social</translation>
    </message>
</context>
<context>
    <name>BrowserStep</name>
    <message>
        <source>Allow Crieur on the page in your browser. It then shows a code.</source>
        <translation>Autorisez Crieur sur la page ouverte dans votre navigateur. Elle affiche ensuite un code.</translation>
    </message>
    <message>
        <source>Allow Crieur on the page in your browser. This window then goes on by itself.</source>
        <translation>Autorisez Crieur sur la page ouverte dans votre navigateur. Cette fenêtre continue ensuite toute seule.</translation>
    </message>
    <message>
        <source>Code from the page</source>
        <translation>Code affiché sur la page</translation>
    </message>
    <message>
        <source>Copy it whole.</source>
        <translation>Copiez-le en entier.</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Rouvrir la page</translation>
    </message>
    <message>
        <source>Sign in with a code instead</source>
        <translation>Se connecter plutôt avec un code</translation>
    </message>
</context>
<context>
    <name>BugReport</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Something happened that Crieur did not foresee.</source>
        <translation>Il s’est produit quelque chose que Crieur n’avait pas prévu.</translation>
    </message>
    <message>
        <source>What was saved is safe. The report stays on this computer; it holds no keys, and you decide who sees it.</source>
        <translation>Ce qui était enregistré est en sécurité. Le rapport reste sur cet ordinateur&#x202f;; il ne contient aucune clé et vous décidez qui le voit.</translation>
    </message>
</context>
<context>
    <name>BusPopUps</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Choose a day</source>
        <translation>Choisir un jour</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mois suivant</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Mois précédent</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>CallsCard</name>
    <message>
        <source>A table with one line for each request, for a spreadsheet.</source>
        <translation>Un tableau avec une ligne par demande, pour un tableur.</translation>
    </message>
    <message>
        <source>Every request</source>
        <translation>Toutes les demandes</translation>
    </message>
    <message>
        <source>Former months</source>
        <translation>Mois précédents</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>Dernières demandes</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation>Enregistrer en tableau…</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>{call} (not confirmed)</source>
        <translation>{call} (à confirmer)</translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>A real one says what happened, what is safe and what to do, in two lines like these. It holds neither posts nor keys.</source>
        <translation>Une vraie alerte dit ce qui s’est passé, ce qui est en sécurité et ce qu’il faut faire, en deux lignes comme celles-ci. Elle ne contient ni publication ni clé.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>For instance to a service that rings your phone, or to your own server. Leave it empty to send them nowhere. In quiet hours nothing is sent.</source>
        <translation>Par exemple à un service qui fait sonner votre téléphone, ou à votre propre serveur. Laissez le champ vide pour n’envoyer aucune alerte. Rien n’est envoyé pendant les heures calmes.</translation>
    </message>
    <message>
        <source>It begins with https:// and takes plain text as a POST.</source>
        <translation>Elle commence par https:// et accepte du texte brut en requête POST.</translation>
    </message>
    <message>
        <source>Nothing is sent from the demo.</source>
        <translation>Rien n’est envoyé depuis la démo.</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Envoyer un message d’essai</translation>
    </message>
    <message>
        <source>Send alarms to an address of yours too</source>
        <translation>Envoyer aussi les alertes à une adresse de votre choix</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Test: alarms from Crieur arrive here.</source>
        <translation>Essai&#x202f;: les alertes de Crieur arrivent ici.</translation>
    </message>
    <message>
        <source>The address accepted it. Check that the message has reached you.</source>
        <translation>L’adresse l’a accepté. Vérifiez que le message vous est bien parvenu.</translation>
    </message>
    <message>
        <source>The test sends exactly this, and nothing else:</source>
        <translation>L’essai envoie exactement ceci, et rien d’autre&#x202f;:</translation>
    </message>
</context>
<context>
    <name>CharactersLeft</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%Ln caractère restant</numerusform>
            <numerusform>%Ln caractères restants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <translation>
            <numerusform>%Ln caractère de trop</numerusform>
            <numerusform>%Ln caractères de trop</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Étape {number} sur {count}</translation>
    </message>
</context>
<context>
    <name>ColumnOffers</name>
    <message>
        <source>Ask {name}, at most {money}</source>
        <translation>Interroger {name}, {money} au plus</translation>
    </message>
    <message>
        <source>Each answer costs money, so this is asked only when you say so.</source>
        <translation>Chaque réponse est payante&#x202f;: rien n’est demandé sans votre accord.</translation>
    </message>
    <message>
        <source>Older posts from {name}, at most {money}</source>
        <translation>Publications plus anciennes de {name}, {money} au plus</translation>
    </message>
</context>
<context>
    <name>ColumnPane</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln non lu</numerusform>
            <numerusform>%Ln non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the networks again</source>
        <translation>Interroger de nouveau les réseaux</translation>
    </message>
    <message>
        <source>More for this column: {name}</source>
        <translation>Plus d’actions pour cette colonne&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Déplacer vers la gauche</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Déplacer vers la droite</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien ici pour l’instant</translation>
    </message>
    <message>
        <source>Posts: {name}</source>
        <translation>Publications&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>Retirer cette colonne</translation>
    </message>
    <message>
        <source>What arrives appears here.</source>
        <translation>Ce qui arrive s’affiche ici.</translation>
    </message>
    <message>
        <source>What is stored is shown.</source>
        <translation>Ce qui est enregistré reste affiché.</translation>
    </message>
    <message>
        <source>What the networks find appears here.</source>
        <translation>Ce que les réseaux trouvent s’affiche ici.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Close, or back to the list</source>
        <translation>Fermer, ou revenir à la liste</translation>
    </message>
    <message>
        <source>Colours like the computer</source>
        <translation>Couleurs de l’ordinateur</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Connecter un compte</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>Fetch new posts</source>
        <translation>Actualiser le fil</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Rechercher dans cette page</translation>
    </message>
    <message>
        <source>Go to Bookmarks</source>
        <translation>Aller aux signets</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>Aller à l’accueil</translation>
    </message>
    <message>
        <source>Go to Mentions</source>
        <translation>Aller aux mentions</translation>
    </message>
    <message>
        <source>Go to the digest</source>
        <translation>Aller au résumé</translation>
    </message>
    <message>
        <source>Go to the outbox</source>
        <translation>Aller à la boîte d’envoi</translation>
    </message>
    <message>
        <source>Import an archive</source>
        <translation>Importer une archive</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Quit Crieur</source>
        <translation>Quitter Crieur</translation>
    </message>
    <message>
        <source>Redo the step</source>
        <translation>Rétablir l’action annulée</translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation>Rechercher ou aller à…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Show unread only</source>
        <translation>Afficher seulement les non lus</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Faire la visite guidée</translation>
    </message>
    <message>
        <source>Text at 100%</source>
        <translation>Texte à 100&#x202f;%</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Annuler la dernière action</translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation>Écrire un message</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Asking for a code…</source>
        <translation>Demande d’un code…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Connecter un compte</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Continue in the browser</source>
        <translation>Continuer dans le navigateur</translation>
    </message>
    <message>
        <source>Crieur is connected. You can close this page.</source>
        <translation>Crieur est connecté. Vous pouvez fermer cette page.</translation>
    </message>
    <message>
        <source>Keep until Crieur closes</source>
        <translation>Garder jusqu’à la fermeture</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>No account was connected. Check the connection, then try again.</source>
        <translation>Aucun compte n’a été connecté. Vérifiez la connexion, puis réessayez.</translation>
    </message>
    <message>
        <source>Read and post</source>
        <translation>Lire et publier</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lire seulement</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in again to {handle}</source>
        <translation>Se reconnecter à {handle}</translation>
    </message>
    <message>
        <source>The server does not accept this code. Open the page again for a new one.</source>
        <translation>Le serveur n’accepte pas ce code. Rouvrez la page pour en obtenir un autre.</translation>
    </message>
    <message>
        <source>Waiting for the browser…</source>
        <translation>En attente du navigateur…</translation>
    </message>
    <message>
        <source>What Crieur may do</source>
        <translation>Ce que Crieur peut faire</translation>
    </message>
</context>
<context>
    <name>ConnectionSection</name>
    <message>
        <source>Asking…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <source>Asks {host}, the server of one of your accounts, and nobody else.</source>
        <translation>Interroge {host}, le serveur de l’un de vos comptes, et personne d’autre.</translation>
    </message>
    <message>
        <source>Connect an account first: its server is the one that is asked.</source>
        <translation>Connectez d’abord un compte&#x202f;: c’est son serveur qui est interrogé.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Crieur connects directly, whatever this computer’s settings say.</source>
        <translation>Crieur se connecte directement, quels que soient les réglages de cet ordinateur.</translation>
    </message>
    <message>
        <source>Crieur follows this computer’s settings.</source>
        <translation>Crieur suit les réglages de cet ordinateur.</translation>
    </message>
    <message>
        <source>Crieur now goes through {proxy}.</source>
        <translation>Crieur passe désormais par {proxy}.</translation>
    </message>
    <message>
        <source>Everything goes through one proxy, except for servers in your own network.</source>
        <translation>Tout passe par un même proxy, sauf les serveurs de votre réseau local.</translation>
    </message>
    <message>
        <source>How Crieur connects</source>
        <translation>Mode de connexion</translation>
    </message>
    <message>
        <source>It was a direct connection: no proxy was used.</source>
        <translation>Connexion directe&#x202f;: aucun proxy n’a été utilisé.</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Aucun proxy</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>The connection went through the proxy {proxy}.</source>
        <translation>La connexion est passée par le proxy {proxy}.</translation>
    </message>
    <message>
        <source>The demo’s networks are invented: there is no server to ask.</source>
        <translation>Les réseaux de la démo sont inventés&#x202f;: il n’y a aucun serveur à interroger.</translation>
    </message>
    <message>
        <source>This address</source>
        <translation>Cette adresse</translation>
    </message>
    <message>
        <source>This computer’s settings name a proxy of a kind that Crieur cannot use. Choose an address or no proxy.</source>
        <translation>Les réglages de cet ordinateur indiquent un type de proxy que Crieur ne peut pas utiliser. Choisissez une adresse ou aucun proxy.</translation>
    </message>
    <message>
        <source>This computer’s settings name no proxy, so Crieur connects directly.</source>
        <translation>Les réglages de cet ordinateur n’indiquent aucun proxy&#x202f;: Crieur se connecte directement.</translation>
    </message>
    <message>
        <source>This computer’s settings name the proxy {proxy}.</source>
        <translation>Les réglages de cet ordinateur indiquent le proxy {proxy}.</translation>
    </message>
    <message>
        <source>{host} answered.</source>
        <translation>{host} a répondu.</translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message>
        <source>A copy kept elsewhere</source>
        <translation>Une copie rangée ailleurs</translation>
    </message>
    <message>
        <source>A file that “Save a copy” made, here or on another computer.</source>
        <translation>Un fichier créé par «&#x202f;Enregistrer une copie&#x202f;», ici ou sur un autre ordinateur.</translation>
    </message>
    <message>
        <source>Before an update of Crieur · {size}</source>
        <translation>Avant une mise à jour de Crieur · {size}</translation>
    </message>
    <message>
        <source>Before you went back to another copy · {size}</source>
        <translation>Avant votre retour à une autre copie · {size}</translation>
    </message>
    <message>
        <source>Copy of the day · {size}</source>
        <translation>Copie du jour · {size}</translation>
    </message>
    <message>
        <source>Go back to the copy ({time})…</source>
        <translation>Revenir à la copie ({time})…</translation>
    </message>
    <message>
        <source>Go back to this copy…</source>
        <translation>Revenir à cette copie…</translation>
    </message>
    <message>
        <source>No copy yet</source>
        <translation>Aucune copie pour l’instant</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>Restaurer un fichier…</translation>
    </message>
    <message>
        <source>The first one is made while Crieur is open, then one each day.</source>
        <translation>La première se fait pendant que Crieur est ouvert, puis une chaque jour.</translation>
    </message>
</context>
<context>
    <name>DataErrands</name>
    <message>
        <source>Copying and checking, in megabytes</source>
        <translation>Copie et vérification, en mégaoctets</translation>
    </message>
    <message>
        <source>Copying what you have now, then opening the copy</source>
        <translation>Copie de vos données actuelles, puis ouverture de la copie</translation>
    </message>
    <message>
        <source>Deleting everything</source>
        <translation>Suppression complète</translation>
    </message>
    <message>
        <source>Going back to the copy</source>
        <translation>Retour à la copie</translation>
    </message>
    <message>
        <source>Moving your data</source>
        <translation>Déplacement de vos données</translation>
    </message>
    <message>
        <source>Signing out of the accounts, then deleting</source>
        <translation>Déconnexion des comptes, puis suppression</translation>
    </message>
    <message>
        <source>The copy is open. What you had before is now among the copies.</source>
        <translation>La copie est ouverte. Vos données d’avant se trouvent maintenant parmi les copies.</translation>
    </message>
    <message>
        <source>Your data has moved and is used from its new place.</source>
        <translation>Vos données sont déplacées et utilisées depuis leur nouvel emplacement.</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>All workspaces are in one folder</source>
        <translation>Tous les espaces dans un seul dossier</translation>
    </message>
    <message>
        <source>Choose a copy</source>
        <translation>Choisir une copie</translation>
    </message>
    <message>
        <source>Choose where the folder goes</source>
        <translation>Choisir où placer le dossier</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Copies ({kinds})</source>
        <translation>Copies ({kinds})</translation>
    </message>
    <message>
        <source>Copy saved. It holds no keys.</source>
        <translation>Copie enregistrée. Elle ne contient aucune clé.</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copie…</translation>
    </message>
    <message>
        <source>Crieur closes this workspace, copies {size}, reads the copy back, and opens it again from there. Only then is the present folder emptied; until then nothing changes.</source>
        <translation>Crieur ferme cet espace de travail, copie {size}, relit la copie et le rouvre à partir de celle-ci. Le dossier actuel n’est vidé qu’à ce moment-là&#x202f;; jusque-là, rien ne change.</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>Tout supprimer…</translation>
    </message>
    <message>
        <source>Delete this workspace</source>
        <translation>Supprimer cet espace de travail</translation>
    </message>
    <message>
        <source>Go back to the copy ({time})?</source>
        <translation>Revenir à la copie ({time})&#x202f;?</translation>
    </message>
    <message>
        <source>Go back to this copy</source>
        <translation>Revenir à cette copie</translation>
    </message>
    <message>
        <source>Its file is thrown away when you leave: nothing of it is kept.</source>
        <translation>Son fichier est effacé quand vous en sortez&#x202f;: il n’en reste rien.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Move the folder of all workspaces…</source>
        <translation>Déplacer le dossier de tous les espaces de travail…</translation>
    </message>
    <message>
        <source>Move your data to {folder}?</source>
        <translation>Déplacer vos données vers {folder}&#x202f;?</translation>
    </message>
    <message>
        <source>Move {size}</source>
        <translation>Déplacer {size}</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Déplacer…</translation>
    </message>
    <message>
        <source>Nothing was moved. Choose another folder.</source>
        <translation>Rien n’a été déplacé. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the folder of all workspaces</source>
        <translation>Ouvrir le dossier de tous les espaces de travail</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>The demo keeps no data</source>
        <translation>La démo ne garde aucune donnée</translation>
    </message>
    <message>
        <source>This workspace alone: its file, its copies, the keys of its accounts and the pictures kept for it.</source>
        <translation>Cet espace de travail seulement&#x202f;: son fichier, ses copies, les clés de ses comptes et les images gardées pour lui.</translation>
    </message>
    <message>
        <source>This workspace is one file</source>
        <translation>Cet espace tient en un seul fichier</translation>
    </message>
    <message>
        <source>What you have now is copied first, so that you can come back to it. Posts that were waiting in that copy are held for you to decide, and the networks are not touched.</source>
        <translation>Vos données actuelles sont d’abord copiées, pour que vous puissiez y revenir. Les messages qui attendaient dans cette copie sont retenus jusqu’à votre décision, et rien ne change sur les réseaux.</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Vos données</translation>
    </message>
    <message>
        <source>Your data cannot move into its own folder.</source>
        <translation>Vos données ne peuvent pas aller dans leur propre dossier.</translation>
    </message>
    <message>
        <source>{folder}. Crieur was started with this folder, so it cannot be moved from here.</source>
        <translation>{folder}. Crieur a été lancé avec ce dossier&#x202f;: il ne peut pas être déplacé d’ici.</translation>
    </message>
    <message>
        <source>{path} · {size} · last copy: {time}</source>
        <translation>{path} · {size} · dernière copie&#x202f;: {time}</translation>
    </message>
    <message>
        <source>{path} · {size} · no copy yet</source>
        <translation>{path} · {size} · aucune copie</translation>
    </message>
</context>
<context>
    <name>Deck</name>
    <message>
        <source>A column keeps one feed, search, hashtag, list or person in sight.</source>
        <translation>Une colonne garde sous vos yeux un fil, une recherche, un mot-dièse, une liste ou un profil.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>Column added: {name}</source>
        <translation>Colonne ajoutée&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Column back in its place: {name}</source>
        <translation>Colonne remise à sa place&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Column moved: {name}</source>
        <translation>Colonne déplacée&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Column removed: {name}</source>
        <translation>Colonne retirée&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Hashtag</source>
        <translation>Mot-dièse</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>No column yet</source>
        <translation>Aucune colonne pour l’instant</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>all accounts</source>
        <translation>tous les comptes</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message numerus="yes">
        <source>%n post(s) in the outbox will never leave.</source>
        <translation>
            <numerusform>%Ln message de la boîte d’envoi ne partira jamais.</numerusform>
            <numerusform>%Ln messages de la boîte d’envoi ne partiront jamais.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Tout supprimer</translation>
    </message>
    <message>
        <source>Delete everything in {name}?</source>
        <translation>Supprimer tout le contenu de {name}&#x202f;?</translation>
    </message>
    <message>
        <source>Its posts, its notes, its copies and the keys of its accounts are deleted from this computer, and no copy is left here. This cannot be undone.</source>
        <translation>Ses publications, ses notes, ses copies et les clés de ses comptes disparaissent de cet ordinateur, sans qu’aucune copie y reste. C’est définitif.</translation>
    </message>
    <message>
        <source>To be sure, type its name: {name}</source>
        <translation>Pour confirmer, saisissez son nom&#x202f;: {name}</translation>
    </message>
    <message>
        <source>What you published stays on the networks. Files that “Save a copy” made stay where you put them.</source>
        <translation>Ce que vous avez publié reste sur les réseaux. Les fichiers créés par «&#x202f;Enregistrer une copie&#x202f;» restent où vous les avez mis.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Digest</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%Ln réponse</numerusform>
            <numerusform>%Ln réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) from websites</source>
        <translation>
            <numerusform>%Ln article de sites web</numerusform>
            <numerusform>%Ln articles de sites web</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%Ln J’aime</numerusform>
            <numerusform>%Ln J’aime</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) on {network}</source>
        <translation>
            <numerusform>%Ln publication sur {network}</numerusform>
            <numerusform>%Ln publications sur {network}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repost(s)</source>
        <translation>
            <numerusform>%Ln partage</numerusform>
            <numerusform>%Ln partages</numerusform>
        </translation>
    </message>
    <message>
        <source>A post without words.</source>
        <translation>Une publication sans texte.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Et %Ln autre.</numerusform>
            <numerusform>Et %Ln autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Behind a warning: {warning}</source>
        <translation>Derrière un avertissement&#x202f;: {warning}</translation>
    </message>
    <message>
        <source>Digest of {day}</source>
        <translation>Résumé du {day}</translation>
    </message>
    <message>
        <source>From websites</source>
        <translation>Sur les sites web</translation>
    </message>
    <message numerus="yes">
        <source>Has waited for %n day(s)</source>
        <translation>
            <numerusform>Attend depuis %Ln jour</numerusform>
            <numerusform>Attend depuis %Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has waited for %n hour(s)</source>
        <translation>
            <numerusform>Attend depuis %Ln heure</numerusform>
            <numerusform>Attend depuis %Ln heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has waited for %n minute(s)</source>
        <translation>
            <numerusform>Attend depuis %Ln minute</numerusform>
            <numerusform>Attend depuis %Ln minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Hashtags of the day</source>
        <translation>Mots-dièse du jour</translation>
    </message>
    <message>
        <source>New followers</source>
        <translation>Nouveaux followers</translation>
    </message>
    <message>
        <source>Three times what {name} usually gets</source>
        <translation>Trois fois plus que d’habitude pour {name}</translation>
    </message>
    <message>
        <source>Twice what {name} usually gets</source>
        <translation>Deux fois plus que d’habitude pour {name}</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>En attente de votre réponse</translation>
    </message>
    <message>
        <source>What moved people</source>
        <translation>Ce qui a fait réagir</translation>
    </message>
    <message>
        <source>{number} times what {name} usually gets</source>
        <translation>{number} fois plus que d’habitude pour {name}</translation>
    </message>
</context>
<context>
    <name>DigestPage</name>
    <message>
        <source>Copy as text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Nothing is stored for {day}</source>
        <translation>Rien d’enregistré pour le {day}</translation>
    </message>
    <message>
        <source>Nothing is stored yet</source>
        <translation>Rien d’enregistré pour l’instant</translation>
    </message>
    <message>
        <source>Show the day before</source>
        <translation>Afficher la veille</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Jour suivant</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Jour précédent</translation>
    </message>
    <message>
        <source>The digest is copied as text</source>
        <translation>Texte du résumé copié</translation>
    </message>
    <message>
        <source>The digest is made of what Crieur has fetched, so that it can be read without the internet.</source>
        <translation>Le résumé est fait de ce que Crieur a déjà reçu&#x202f;: il se lit donc sans internet.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>EmptyFeed</name>
    <message>
        <source>All read</source>
        <translation>Tout est lu</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Connecter un compte</translation>
    </message>
    <message>
        <source>Connect an account, and the posts it receives appear here.</source>
        <translation>Connectez un compte&#x202f;: les publications qu’il reçoit s’afficheront ici.</translation>
    </message>
    <message>
        <source>Fetch new posts</source>
        <translation>Actualiser le fil</translation>
    </message>
    <message>
        <source>Import an archive</source>
        <translation>Importer une archive</translation>
    </message>
    <message>
        <source>No bookmark yet</source>
        <translation>Aucun signet pour l’instant</translation>
    </message>
    <message>
        <source>No mention yet</source>
        <translation>Aucune mention pour l’instant</translation>
    </message>
    <message>
        <source>No stored post holds these words.</source>
        <translation>Aucune publication enregistrée ne contient ces mots.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien ici pour l’instant</translation>
    </message>
    <message>
        <source>Posts appear here as soon as they are fetched.</source>
        <translation>Les publications s’affichent ici dès leur arrivée.</translation>
    </message>
    <message>
        <source>Posts that name you or answer you appear here.</source>
        <translation>Les publications qui vous mentionnent ou vous répondent s’affichent ici.</translation>
    </message>
    <message>
        <source>Press the bookmark under a post to find it again here.</source>
        <translation>Appuyez sur le signet sous une publication pour la retrouver ici.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>You have seen every post. New ones appear as they arrive.</source>
        <translation>Vous avez vu toutes les publications. Les nouvelles s’affichent dès leur arrivée.</translation>
    </message>
</context>
<context>
    <name>ExplainButton</name>
    <message>
        <source>What does “{word}” mean?</source>
        <translation>Que veut dire «&#x202f;{word}&#x202f;»&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>FeedActions</name>
    <message>
        <source>The bookmark is removed</source>
        <translation>Signet retiré</translation>
    </message>
    <message>
        <source>The post is bookmarked</source>
        <translation>Signet ajouté</translation>
    </message>
    <message>
        <source>You like the post</source>
        <translation>Vous aimez cette publication</translation>
    </message>
    <message>
        <source>You no longer like the post</source>
        <translation>Vous n’aimez plus cette publication</translation>
    </message>
    <message>
        <source>You reposted the post</source>
        <translation>Publication partagée</translation>
    </message>
    <message>
        <source>Your repost is taken back</source>
        <translation>Partage annulé</translation>
    </message>
</context>
<context>
    <name>FeedForm</name>
    <message>
        <source>Address of the site or of its feed</source>
        <translation>Adresse du site ou de son flux</translation>
    </message>
    <message>
        <source>Blogs, forums and newspapers appear among the posts of your networks. No sign-in is needed.</source>
        <translation>Les blogs, les forums et les journaux s’affichent parmi les publications de vos réseaux. Aucun compte n’est nécessaire.</translation>
    </message>
    <message>
        <source>Crieur looks for the feed (RSS, Atom or JSON) by itself.</source>
        <translation>Crieur trouve lui-même le flux (RSS, Atom ou JSON).</translation>
    </message>
    <message>
        <source>No feed was found on this page. Try the address of the site’s front page.</source>
        <translation>Aucun flux n’a été trouvé sur cette page. Essayez l’adresse de la page d’accueil du site.</translation>
    </message>
    <message>
        <source>The site</source>
        <translation>Le site</translation>
    </message>
    <message>
        <source>This address cannot be followed. Try https://.</source>
        <translation>Cette adresse ne peut pas être suivie. Essayez avec https://.</translation>
    </message>
    <message>
        <source>Type the address of a page, such as lyonfood.fr/blog.</source>
        <translation>Saisissez l’adresse d’une page, par exemple lyonfood.fr/blog.</translation>
    </message>
</context>
<context>
    <name>FeedPage</name>
    <message>
        <source>Fetch new posts</source>
        <translation>Actualiser le fil</translation>
    </message>
</context>
<context>
    <name>FeedPanel</name>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
</context>
<context>
    <name>Feeds</name>
    <message>
        <source>Bookmarks</source>
        <translation>Signets</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Its conversation appears here.</source>
        <translation>Sa conversation s’affichera ici.</translation>
    </message>
    <message>
        <source>Likes, reposts, new followers</source>
        <translation>J’aime, partages, followers</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Open a bookmark</source>
        <translation>Ouvrez un signet</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Hide replies</source>
        <translation>Masquer les réponses</translation>
    </message>
    <message>
        <source>Hide reposts</source>
        <translation>Masquer les partages</translation>
    </message>
    <message>
        <source>Mark everything as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>Non lus</translation>
    </message>
    <message>
        <source>What this feed shows</source>
        <translation>Ce que ce fil affiche</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>Rechercher dans cette liste</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Bluesky, Mastodon, X, and any website that you follow.</source>
        <translation>Bluesky, Mastodon, X et tout site web que vous suivez.</translation>
    </message>
    <message>
        <source>Boulangerie Lumière, with 14 months of invented posts, mentions and people.</source>
        <translation>Boulangerie Lumière&#x202f;: 14 mois de messages, de mentions et de personnes inventés.</translation>
    </message>
    <message>
        <source>Choose a network</source>
        <translation>Choisir un réseau</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Connecter un compte</translation>
    </message>
    <message>
        <source>Crieur never asks for your main password</source>
        <translation>Crieur ne demande jamais votre mot de passe principal</translation>
    </message>
    <message>
        <source>Explore the demo shop</source>
        <translation>Découvrir la boutique de démo</translation>
    </message>
    <message>
        <source>How would you like to start?</source>
        <translation>Par quoi commencer&#x202f;?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>No Crieur account, no usage tracking. Your data is one file, to copy or delete as you like.</source>
        <translation>Ni compte Crieur, ni suivi d’usage. Vos données tiennent dans un seul fichier.</translation>
    </message>
    <message>
        <source>Nothing is sent, nothing is kept</source>
        <translation>Rien n’est envoyé, rien n’est conservé</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Ouvrir la démo</translation>
    </message>
    <message>
        <source>The key stays in this computer’s keyring</source>
        <translation>La clé reste dans le trousseau de cet ordinateur</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Works without internet</source>
        <translation>Fonctionne sans internet</translation>
    </message>
    <message>
        <source>Your shop’s voice on its networks.
One window, on your computer.</source>
        <translation>La voix de votre boutique sur ses réseaux.
Une seule fenêtre, sur votre ordinateur.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>This account is connected already.</source>
        <translation>Ce compte est déjà connecté.</translation>
    </message>
    <message>
        <source>This address starts with http://. Crieur only sends a password over https://.</source>
        <translation>Cette adresse commence par http://. Crieur n’envoie un mot de passe que par https://.</translation>
    </message>
    <message>
        <source>This cannot be used. Check it and try again.</source>
        <translation>Cela ne convient pas. Vérifiez, puis réessayez.</translation>
    </message>
    <message>
        <source>This is another account.</source>
        <translation>C’est un autre compte.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>A computer, often of a company or a school, through which all others reach the internet.</source>
        <translation>Un ordinateur, souvent celui d’une entreprise ou d’une école, par lequel tous les autres passent pour aller sur internet.</translation>
    </message>
    <message>
        <source>A line that says what a post is about. The rest opens only when the reader wants it.</source>
        <translation>Une ligne qui annonce le sujet d’une publication. Le reste ne s’ouvre que si la personne qui lit le souhaite.</translation>
    </message>
    <message>
        <source>A list of a website’s newest articles that programs can read, also called RSS or Atom. Nobody sees that you read it.</source>
        <translation>La liste des derniers articles d’un site, faite pour être lue par des logiciels. On l’appelle aussi RSS ou Atom. Personne ne voit que vous le lisez.</translation>
    </message>
    <message>
        <source>A post that names you, answers you or quotes you.</source>
        <translation>Une publication qui vous nomme, vous répond ou vous cite.</translation>
    </message>
    <message>
        <source>A post with all its answers, also called a thread.</source>
        <translation>Une publication et toutes ses réponses, ce que l’on appelle aussi un fil de discussion.</translation>
    </message>
    <message>
        <source>A second password that the network makes for one program. It cannot delete your account, and you can take it back at any time without changing your own.</source>
        <translation>Un second mot de passe, créé par le réseau pour un seul logiciel. Il ne permet pas de supprimer votre compte, et vous pouvez le retirer à tout moment sans changer le vôtre.</translation>
    </message>
    <message>
        <source>A sentence that says what a picture shows, for people who cannot see it. Networks call it alt text.</source>
        <translation>Une phrase qui dit ce que montre une image, pour les personnes qui ne la voient pas. Les réseaux l’appellent texte alternatif, ou ALT.</translation>
    </message>
    <message>
        <source>A word after a # sign, such as #Lyon. Searching for it finds every post that has it.</source>
        <translation>Un mot précédé du signe #, comme #Lyon. En le cherchant, on trouve toutes les publications qui le portent.</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>Mot de passe d’application</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Bad buzz</source>
        <translation>Bad buzz</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>Avertissement de contenu</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Follower</source>
        <translation>Follower</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Ami</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Hashtag</source>
        <translation>Mot-dièse</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Trousseau</translation>
    </message>
    <message>
        <source>Many people complain about the same thing at once, and others repeat it. An early, honest answer ends most of them.</source>
        <translation>Beaucoup de gens se plaignent en même temps de la même chose, et d’autres le répètent. Une réponse rapide et honnête y met souvent fin.</translation>
    </message>
    <message>
        <source>Mastodon is many servers that talk to one another. Yours is what stands after the last @ of your handle.</source>
        <translation>Mastodon se compose de nombreux serveurs qui communiquent entre eux. Le vôtre est indiqué après le dernier @ de votre identifiant.</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Picture description</source>
        <translation>Description d’image</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Repost</source>
        <translation>Partage</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Somebody who chose to receive what you post.</source>
        <translation>Une personne qui vous suit&#x202f;: elle a choisi de recevoir ce que vous publiez.</translation>
    </message>
    <message>
        <source>Somebody who follows you and whom you follow: you read each other.</source>
        <translation>Une personne qui vous suit et que vous suivez&#x202f;: chacun lit l’autre.</translation>
    </message>
    <message>
        <source>The accounts whose posts you chose to receive.</source>
        <translation>Les comptes que vous suivez&#x202f;: vous avez choisi de recevoir leurs publications.</translation>
    </message>
    <message>
        <source>The file with all your posts that a network prepares for you when you ask for it.</source>
        <translation>Le fichier de toutes vos publications, que le réseau prépare à votre demande.</translation>
    </message>
    <message>
        <source>The locked place where this computer keeps passwords. It opens when you log in to the computer.</source>
        <translation>L’endroit fermé à clé où cet ordinateur garde les mots de passe. Il s’ouvre avec votre session.</translation>
    </message>
    <message>
        <source>The name that finds one account among all, such as @shop.bsky.social. The name above it may be the same for many.</source>
        <translation>Le nom qui désigne un compte et un seul, comme @boutique.bsky.social. Le nom affiché au-dessus, lui, peut être porté par plusieurs comptes.</translation>
    </message>
    <message>
        <source>To pass somebody’s post on, as it is, to your own followers.</source>
        <translation>Transmettre telle quelle la publication d’une autre personne à vos propres followers.</translation>
    </message>
    <message>
        <source>Website feed</source>
        <translation>Flux d’un site</translation>
    </message>
</context>
<context>
    <name>HandOffs</name>
    <message>
        <source>Opened on {network}: it does not let programs do this.</source>
        <translation>Ouvert sur {network}&#x202f;: ce réseau ne laisse pas les logiciels le faire.</translation>
    </message>
    <message>
        <source>Opened on {network}: programs may answer there only those who mentioned you.</source>
        <translation>Ouvert sur {network}&#x202f;: les logiciels n’y répondent qu’aux personnes qui vous mentionnent.</translation>
    </message>
    <message>
        <source>Opened on {network}: this account works without a key there.</source>
        <translation>Ouvert sur {network}&#x202f;: ce compte s’y passe de clé.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>How home looks</source>
        <translation>Présentation de l’accueil</translation>
    </message>
    <message>
        <source>One feed</source>
        <translation>Un seul fil</translation>
    </message>
    <message>
        <source>People who speak to you</source>
        <translation>On vous parle</translation>
    </message>
</context>
<context>
    <name>IdentitySwitcher</name>
    <message>
        <source>Switch to another workspace</source>
        <translation>Passer à un autre espace de travail</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%Ln follower</numerusform>
            <numerusform>%Ln followers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) left out because they cannot be read.</source>
        <translation>
            <numerusform>%Ln élément laissé de côté, car illisible.</numerusform>
            <numerusform>%Ln éléments laissés de côté, car illisibles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new post(s) stored</source>
        <translation>
            <numerusform>%Ln nouvelle publication enregistrée</numerusform>
            <numerusform>%Ln nouvelles publications enregistrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) you follow</source>
        <translation>
            <numerusform>%Ln personne que vous suivez</numerusform>
            <numerusform>%Ln personnes que vous suivez</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%Ln publication</numerusform>
            <numerusform>%Ln publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) were here already</source>
        <translation>
            <numerusform>%Ln publication était déjà là</numerusform>
            <numerusform>%Ln publications étaient déjà là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repost(s) left out: the archive does not hold what other people wrote.</source>
        <translation>
            <numerusform>%Ln partage laissé de côté&#x202f;: l’archive ne contient pas ce que d’autres ont écrit.</numerusform>
            <numerusform>%Ln partages laissés de côté&#x202f;: l’archive ne contient pas ce que d’autres ont écrit.</numerusform>
        </translation>
    </message>
    <message>
        <source>A list of followers from {network}</source>
        <translation>Une liste de followers sur {network}</translation>
    </message>
    <message>
        <source>A list of people followed, from {network}</source>
        <translation>Une liste de personnes suivies sur {network}</translation>
    </message>
    <message>
        <source>Archives ({kinds})</source>
        <translation>Archives ({kinds})</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Choose an archive</source>
        <translation>Choisir une archive</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Continuer en arrière-plan</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Import an archive</source>
        <translation>Importer une archive</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importation…</translation>
    </message>
    <message>
        <source>It goes to your account {handle}.</source>
        <translation>Elle rejoint votre compte {handle}.</translation>
    </message>
    <message>
        <source>Left in the file and not read: {things}.</source>
        <translation>Laissé dans le fichier, sans être lu&#x202f;: {things}.</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Preferences, Import and export, Data export: your archive, and the lists of people as .csv.</source>
        <translation>Préférences, Import et export, Export de données&#x202f;: votre archive, et les listes de personnes en .csv.</translation>
    </message>
    <message>
        <source>Reading the whole file, in megabytes</source>
        <translation>Lecture du fichier entier, en mégaoctets</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Search finds all of it, and your own profile shows it. Nothing was sent anywhere.</source>
        <translation>La recherche trouve tout, et votre profil l’affiche. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Settings, Account, Export my data: a file that ends in .car.</source>
        <translation>Paramètres, Compte, Exporter mes données&#x202f;: un fichier qui se termine par .car.</translation>
    </message>
    <message>
        <source>Settings, Your account, Download an archive of your data. X takes about a day to make it. Leave the .zip as it is.</source>
        <translation>Paramètres, Votre compte, Télécharger une archive de vos données. X met environ un jour à la préparer. Laissez le fichier .zip tel quel.</translation>
    </message>
    <message>
        <source>Storing what is new</source>
        <translation>Enregistrement des nouveautés</translation>
    </message>
    <message>
        <source>The import was stopped</source>
        <translation>L’importation a été arrêtée</translation>
    </message>
    <message>
        <source>What was stored so far stays. Import the file again to go on; nothing is doubled.</source>
        <translation>Ce qui est déjà enregistré reste. Importez de nouveau le fichier pour continuer&#x202f;; rien ne sera en double.</translation>
    </message>
    <message>
        <source>Years of your own posts, at no cost and without asking the network. Choose the file that it gave you, or drop it here.</source>
        <translation>Des années de vos publications, sans frais et sans interroger le réseau. Choisissez le fichier qu’il vous a remis, ou déposez-le ici.</translation>
    </message>
    <message>
        <source>Your archive is imported</source>
        <translation>Votre archive est importée</translation>
    </message>
    <message>
        <source>addresses, phone numbers and devices</source>
        <translation>adresses, numéros de téléphone et appareils</translation>
    </message>
    <message>
        <source>advertising data</source>
        <translation>données publicitaires</translation>
    </message>
    <message>
        <source>blocked and muted people</source>
        <translation>personnes bloquées ou masquées</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>signets</translation>
    </message>
    <message>
        <source>deleted posts</source>
        <translation>publications supprimées</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>du {first} au {last}</translation>
    </message>
    <message>
        <source>likes</source>
        <translation>J’aime</translation>
    </message>
    <message>
        <source>picture and video files</source>
        <translation>fichiers d’images et de vidéos</translation>
    </message>
    <message>
        <source>private messages</source>
        <translation>messages privés</translation>
    </message>
    <message>
        <source>{handle} is not connected here. Crieur adds it as an account that shows its archive only; you can sign in to it later.</source>
        <translation>{handle} n’est pas connecté ici. Crieur l’ajoute comme un compte qui n’affiche que son archive&#x202f;; vous pourrez vous y connecter plus tard.</translation>
    </message>
    <message>
        <source>{network} archive of {handle}</source>
        <translation>Archive {network} de {handle}</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Whose list it is</source>
        <translation>À qui appartient cette liste</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>No keys</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Press keys</source>
        <translation>Appuyez sur les touches</translation>
    </message>
    <message>
        <source>{keys}. Press other keys to change them, Backspace for none.</source>
        <translation>{keys}. Appuyez sur d’autres touches pour les changer, sur Retour arrière pour n’en garder aucune.</translation>
    </message>
</context>
<context>
    <name>KeyringRow</name>
    <message>
        <source>Keys are kept in this computer’s keyring, never in Crieur’s file.</source>
        <translation>Les clés sont dans le trousseau de cet ordinateur, jamais dans le fichier de Crieur.</translation>
    </message>
    <message>
        <source>Keys are kept until Crieur closes: you then sign in again.</source>
        <translation>Les clés sont gardées jusqu’à la fermeture de Crieur&#x202f;: vous vous reconnecterez ensuite.</translation>
    </message>
    <message>
        <source>Test the keyring</source>
        <translation>Tester le trousseau</translation>
    </message>
    <message>
        <source>The demo’s networks are invented and need no keys.</source>
        <translation>Les réseaux de la démo sont inventés et se passent de clés.</translation>
    </message>
    <message>
        <source>The keyring works: a test key was kept, read and removed.</source>
        <translation>Le trousseau fonctionne&#x202f;: une clé d’essai a été gardée, relue et retirée.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
</context>
<context>
    <name>KeysDesk</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>KindsCard</name>
    <message>
        <source>Each</source>
        <translation>Prix unitaire</translation>
    </message>
    <message>
        <source>Nothing was spent this month.</source>
        <translation>Aucune dépense ce mois-ci.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
</context>
<context>
    <name>LeavingCard</name>
    <message>
        <source>Alarms are also sent to {host}, the address that you gave.</source>
        <translation>Les alertes sont aussi envoyées à {host}, l’adresse que vous avez indiquée.</translation>
    </message>
    <message>
        <source>No picture is fetched: you switched that off below.</source>
        <translation>Aucune image n’est chargée, comme vous l’avez choisi ci-dessous.</translation>
    </message>
    <message>
        <source>Only what is listed here. There is no Crieur account and no Crieur server, and nobody counts what you do.</source>
        <translation>Seulement ce qui figure ici. Il n’y a ni compte ni serveur Crieur, et personne ne mesure ce que vous faites.</translation>
    </message>
    <message>
        <source>Pages that you open, and sign-ins, go to your browser.</source>
        <translation>Les pages que vous ouvrez et les connexions passent par votre navigateur.</translation>
    </message>
    <message>
        <source>Pictures are fetched from the servers that posts name.</source>
        <translation>Les images sont chargées depuis les serveurs indiqués dans les publications.</translation>
    </message>
    <message>
        <source>The demo’s networks are invented: nothing is asked and nothing sent.</source>
        <translation>Les réseaux de la démo sont inventés&#x202f;: rien n’est demandé, rien n’est envoyé.</translation>
    </message>
    <message>
        <source>What Crieur asks and sends passes through your proxy, {host}.</source>
        <translation>Ce que Crieur demande et envoie passe par votre proxy, {host}.</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Ce qui sort de cet ordinateur</translation>
    </message>
    <message>
        <source>Your own networks are asked for what is new and get what you publish; the websites that you follow are asked for what is new.</source>
        <translation>Crieur demande les nouveautés à vos réseaux et leur remet ce que vous publiez&#x202f;; il demande aussi les nouveautés aux sites que vous suivez.</translation>
    </message>
</context>
<context>
    <name>LineEdit</name>
    <message>
        <source>Hide the password</source>
        <translation>Masquer le mot de passe</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Crieur opens web pages only. This link leads to something else.</source>
        <translation>Crieur n’ouvre que des pages web. Ce lien mène à autre chose.</translation>
    </message>
    <message>
        <source>Its place was copied: paste it where your computer shows folders.</source>
        <translation>Son emplacement est copié&#x202f;: collez-le dans l’explorateur de fichiers de votre ordinateur.</translation>
    </message>
    <message>
        <source>No browser opened</source>
        <translation>Aucun navigateur ne s’est ouvert</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Ouvrir la page</translation>
    </message>
    <message>
        <source>Open this page in the browser?</source>
        <translation>Ouvrir cette page dans le navigateur&#x202f;?</translation>
    </message>
    <message>
        <source>The address of this page uses letters that look like others. It leads to {host}, which may not be the page it seems to be.</source>
        <translation>L’adresse de cette page contient des lettres qui ressemblent à d’autres. Elle mène à {host}, qui n’est peut-être pas la page attendue.</translation>
    </message>
    <message>
        <source>The address was copied: paste it into a browser.</source>
        <translation>L’adresse est copiée&#x202f;: collez-la dans un navigateur.</translation>
    </message>
    <message>
        <source>The connection to {host} is not encrypted: others on the way can read and change what you see there.</source>
        <translation>La connexion à {host} n’est pas chiffrée&#x202f;: d’autres, en chemin, peuvent lire et modifier ce que vous y voyez.</translation>
    </message>
    <message>
        <source>The folder was not opened</source>
        <translation>Le dossier ne s’est pas ouvert</translation>
    </message>
    <message>
        <source>This address carries a user name in front of the real destination, as dishonest links do. Nothing was opened.</source>
        <translation>Cette adresse place un nom d’utilisateur devant la vraie destination, comme le font les liens trompeurs. Rien n’a été ouvert.</translation>
    </message>
    <message>
        <source>This address is not a web address, or hides characters in it. Nothing was opened.</source>
        <translation>Ce n’est pas une adresse web, ou elle dissimule des caractères. Rien n’a été ouvert.</translation>
    </message>
    <message>
        <source>This link was not opened</source>
        <translation>Ce lien n’a pas été ouvert</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Draws every edge clearly and leaves soft fills out.</source>
        <translation>Trace nettement chaque contour et supprime les aplats clairs.</translation>
    </message>
    <message>
        <source>Instead of Inter, which looks the same on every computer.</source>
        <translation>Au lieu d’Inter, identique sur tous les ordinateurs.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspect et langue</translation>
    </message>
    <message>
        <source>No movement</source>
        <translation>Aucun mouvement</translation>
    </message>
    <message>
        <source>Nothing slides or fades.</source>
        <translation>Rien ne glisse ni ne s’estompe.</translation>
    </message>
    <message>
        <source>Reset the look</source>
        <translation>Rétablir l’aspect d’origine</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Strong edges</source>
        <translation>Contours marqués</translation>
    </message>
    <message>
        <source>The look is as designed again</source>
        <translation>L’aspect d’origine est rétabli</translation>
    </message>
    <message>
        <source>Use the computer’s font</source>
        <translation>Utiliser la police de l’ordinateur</translation>
    </message>
    <message>
        <source>Your own look is back</source>
        <translation>Votre aspect est de retour</translation>
    </message>
    <message>
        <source>{larger} and {smaller} change it from anywhere, {reset} resets it.</source>
        <translation>{larger} et {smaller} la changent partout, {reset} la rétablit.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>My shop</source>
        <translation>Ma boutique</translation>
    </message>
</context>
<context>
    <name>MastodonForm</name>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>Made on your server’s page, under Preferences, Development.</source>
        <translation>À créer sur la page de votre serveur, sous Préférences, Développement.</translation>
    </message>
    <message>
        <source>Mastodon, GoToSocial, Pleroma, Akkoma, Pixelfed and others.</source>
        <translation>Mastodon, GoToSocial, Pleroma, Akkoma, Pixelfed et d’autres.</translation>
    </message>
    <message>
        <source>Paste the access token here.</source>
        <translation>Collez ici le jeton d’accès.</translation>
    </message>
    <message>
        <source>The server does not accept this token.</source>
        <translation>Le serveur n’accepte pas ce jeton d’accès.</translation>
    </message>
    <message>
        <source>There is no server of this kind at this address. Check its spelling.</source>
        <translation>Il n’y a pas de serveur de ce type à cette adresse. Vérifiez-la.</translation>
    </message>
    <message>
        <source>Type the name of your server, such as piaille.fr.</source>
        <translation>Saisissez le nom de votre serveur, par exemple piaille.fr.</translation>
    </message>
    <message>
        <source>Use an access token instead</source>
        <translation>Utiliser plutôt un jeton d’accès</translation>
    </message>
    <message>
        <source>You sign in on your server’s own page, in the browser. Crieur never sees your password.</source>
        <translation>Vous vous connectez sur la page de votre serveur, dans le navigateur. Crieur ne voit jamais votre mot de passe.</translation>
    </message>
    <message>
        <source>Your server, or your whole handle</source>
        <translation>Votre serveur, ou votre identifiant complet</translation>
    </message>
    <message>
        <source>piaille.fr or @you@piaille.fr</source>
        <translation>piaille.fr ou @vous@piaille.fr</translation>
    </message>
</context>
<context>
    <name>MissingData</name>
    <message>
        <source>Begin anew on this computer</source>
        <translation>Repartir de zéro sur cet ordinateur</translation>
    </message>
    <message>
        <source>Crieur keeps it in {folder}, which is not there now. Connect the drive that holds it, then try again. If you begin anew, what is there stays there untouched.</source>
        <translation>Crieur les garde dans {folder}, qui est introuvable pour le moment. Branchez le disque qui les contient, puis réessayez. Si vous repartez de zéro, elles y restent intactes.</translation>
    </message>
    <message>
        <source>Crieur may not write to its settings folder.</source>
        <translation>Crieur n’a pas le droit d’écrire dans son dossier de réglages.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Your data is not where it was.</source>
        <translation>Vos données ne sont plus à leur place.</translation>
    </message>
    <message>
        <source>Your data is still not there.</source>
        <translation>Vos données sont toujours introuvables.</translation>
    </message>
</context>
<context>
    <name>MomentBox</name>
    <message>
        <source>Choose from a calendar</source>
        <translation>Choisir dans un calendrier</translation>
    </message>
</context>
<context>
    <name>MonthCard</name>
    <message>
        <source>Cap reached</source>
        <translation>Plafond atteint</translation>
    </message>
    <message>
        <source>Crieur asks X nothing more that costs money until {month} begins, unless you raise the cap. Your saved posts stay readable.</source>
        <translation>Crieur ne demande plus rien de payant à X avant {month}, sauf si vous relevez le plafond. Vos publications enregistrées restent lisibles.</translation>
    </message>
    <message>
        <source>Monthly cap</source>
        <translation>Plafond mensuel</translation>
    </message>
    <message>
        <source>Nothing is asked of X that could cost more than this in a month.</source>
        <translation>Crieur ne demande rien à X qui puisse coûter davantage en un mois.</translation>
    </message>
    <message>
        <source>Share of the monthly cap</source>
        <translation>Part du plafond mensuel</translation>
    </message>
    <message>
        <source>There is {left} left for {month}.</source>
        <translation>Il reste {left} pour {month}.</translation>
    </message>
    <message>
        <source>Within the cap</source>
        <translation>Sous le plafond</translation>
    </message>
    <message>
        <source>{share} used</source>
        <translation>{share} utilisés</translation>
    </message>
    <message>
        <source>{sum} of it is not confirmed: an answer of X was lost, so Crieur counts the most that it can have cost.</source>
        <translation>Dont {sum} à confirmer&#x202f;: une réponse de X s’est perdue, et Crieur compte ce qu’elle a pu coûter au plus.</translation>
    </message>
    <message>
        <source>{sum} of {cap} this month</source>
        <translation>{sum} sur {cap} ce mois-ci</translation>
    </message>
</context>
<context>
    <name>MuteStep</name>
    <message>
        <source>The conversation is muted</source>
        <translation>Conversation masquée</translation>
    </message>
    <message>
        <source>The conversation is shown again</source>
        <translation>Conversation de nouveau affichée</translation>
    </message>
    <message>
        <source>{what} is muted</source>
        <translation>Compte masqué&#x202f;: {what}</translation>
    </message>
    <message>
        <source>{what} is shown again</source>
        <translation>Compte de nouveau affiché&#x202f;: {what}</translation>
    </message>
    <message>
        <source>“{what}” is muted</source>
        <translation>«&#x202f;{what}&#x202f;» est masqué</translation>
    </message>
    <message>
        <source>“{what}” is shown again</source>
        <translation>«&#x202f;{what}&#x202f;» s’affiche de nouveau</translation>
    </message>
</context>
<context>
    <name>MuteWordDialog</name>
    <message>
        <source>Capitals and accents make no difference.</source>
        <translation>Les majuscules et les accents ne comptent pas.</translation>
    </message>
    <message>
        <source>Mute a word</source>
        <translation>Masquer un mot</translation>
    </message>
    <message>
        <source>Mute it</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Posts that hold it disappear from your feeds, on this computer only. Nobody is told.</source>
        <translation>Les publications qui le contiennent disparaissent de vos fils, sur cet ordinateur seulement. Personne n’en est informé.</translation>
    </message>
    <message>
        <source>This cannot be muted.</source>
        <translation>Ceci ne peut pas être masqué.</translation>
    </message>
    <message>
        <source>This is too long. Take a shorter phrase.</source>
        <translation>C’est trop long. Choisissez une expression plus courte.</translation>
    </message>
    <message>
        <source>Type a word with at least one letter or digit.</source>
        <translation>Saisissez un mot contenant au moins une lettre ou un chiffre.</translation>
    </message>
    <message>
        <source>Word or phrase</source>
        <translation>Mot ou expression</translation>
    </message>
</context>
<context>
    <name>MutedSection</name>
    <message>
        <source>Bring back</source>
        <translation>Réafficher</translation>
    </message>
    <message>
        <source>Conversation on {network} · {date}</source>
        <translation>Conversation sur {network} · {date}</translation>
    </message>
    <message>
        <source>Mute a word</source>
        <translation>Masquer un mot</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Masqués</translation>
    </message>
    <message>
        <source>Muting works on this computer only: posts stay on the networks, and nobody is told. People and conversations are muted from a post’s menu.</source>
        <translation>Le masquage n’agit que sur cet ordinateur&#x202f;: les publications restent sur les réseaux et personne n’en est informé. Les personnes et les conversations se masquent depuis le menu d’une publication.</translation>
    </message>
    <message>
        <source>Nothing is muted.</source>
        <translation>Rien n’est masqué.</translation>
    </message>
    <message>
        <source>Person on {network} · {date}</source>
        <translation>Personne sur {network} · {date}</translation>
    </message>
    <message>
        <source>Word · {date}</source>
        <translation>Mot · {date}</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Another workspace has this name already.</source>
        <translation>Un autre espace de travail porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Choose a name of at most 60 characters.</source>
        <translation>Choisissez un nom de 60 caractères au plus.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Type a name, such as the name of your shop.</source>
        <translation>Saisissez un nom, par exemple celui de votre boutique.</translation>
    </message>
</context>
<context>
    <name>NetworkSearch</name>
    <message numerus="yes">
        <source>%n new post(s) found by {account}</source>
        <translation>
            <numerusform>%Ln nouvelle publication trouvée par {account}</numerusform>
            <numerusform>%Ln nouvelles publications trouvées par {account}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Networks</name>
    <message>
        <source>Website</source>
        <translation>Site web</translation>
    </message>
</context>
<context>
    <name>NewPostsPill</name>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>%Ln nouvelle publication</numerusform>
            <numerusform>%Ln nouvelles publications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsDesk</name>
    <message numerus="yes">
        <source>%n new mention(s), the latest from {person}</source>
        <translation>
            <numerusform>%Ln nouvelle mention, de {person}</numerusform>
            <numerusform>%Ln nouvelles mentions, la dernière de {person}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) in the outbox need your decision.</source>
        <translation>
            <numerusform>%Ln message de la boîte d’envoi attend votre décision.</numerusform>
            <numerusform>%Ln messages de la boîte d’envoi attendent votre décision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread mention(s)</source>
        <translation>
            <numerusform>%Ln mention non lue</numerusform>
            <numerusform>%Ln mentions non lues</numerusform>
        </translation>
    </message>
    <message>
        <source>A post by {account} could not be sent.</source>
        <translation>Un message de {account} n’a pas pu être envoyé.</translation>
    </message>
    <message>
        <source>An alarm may not have reached your second channel.</source>
        <translation>Une alerte n’est peut-être pas arrivée à votre second canal.</translation>
    </message>
    <message>
        <source>Crieur sends nothing twice. The outbox says what you can do.</source>
        <translation>Crieur n’envoie rien deux fois. La boîte d’envoi indique ce que vous pouvez faire.</translation>
    </message>
    <message>
        <source>Crieur shows it here all the same. Check the address with a test message.</source>
        <translation>Crieur l’affiche ici malgré tout. Vérifiez l’adresse avec un message d’essai.</translation>
    </message>
    <message>
        <source>It is not certain whether a post by {account} was sent.</source>
        <translation>On ne sait pas si un message de {account} est parti.</translation>
    </message>
    <message>
        <source>Nothing more is asked of it until {month}, or until you raise the cap.</source>
        <translation>Plus rien ne lui est demandé avant {month}, sauf si vous relevez le plafond.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
    <message>
        <source>Your words are safe in the outbox. It says why they were refused.</source>
        <translation>Votre texte est en sécurité dans la boîte d’envoi, qui indique la raison du refus.</translation>
    </message>
    <message>
        <source>Your words are safe there.</source>
        <translation>Vos textes y sont en sécurité.</translation>
    </message>
    <message>
        <source>{network}: the monthly cap of {cap} is reached.</source>
        <translation>{network}&#x202f;: le plafond mensuel de {cap} est atteint.</translation>
    </message>
</context>
<context>
    <name>NotOpened</name>
    <message>
        <source>Back to the first screen</source>
        <translation>Revenir au premier écran</translation>
    </message>
    <message>
        <source>Choose a copy</source>
        <translation>Choisir une copie</translation>
    </message>
    <message>
        <source>Copies ({kinds})</source>
        <translation>Copies ({kinds})</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>Restaurer un fichier…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restauration…</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>A part of it is missing or damaged: the download may have broken off. Download it again, then try again.</source>
        <translation>Il en manque une partie, ou elle est abîmée&#x202f;: le téléchargement s’est peut-être interrompu. Téléchargez-le de nouveau, puis réessayez.</translation>
    </message>
    <message>
        <source>A picture is too large or of a kind it does not take.</source>
        <translation>Une image est trop lourde ou d’un format que le réseau n’accepte pas.</translation>
    </message>
    <message>
        <source>Another program is using your file.</source>
        <translation>Un autre logiciel utilise votre fichier.</translation>
    </message>
    <message>
        <source>Check what you typed, then try again.</source>
        <translation>Vérifiez votre saisie, puis réessayez.</translation>
    </message>
    <message>
        <source>Close the other window of Crieur, then try again.</source>
        <translation>Fermez l’autre fenêtre de Crieur, puis réessayez.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Crieur cannot read what is in it. Download it again, then try again.</source>
        <translation>Crieur ne peut pas lire son contenu. Téléchargez-le de nouveau, puis réessayez.</translation>
    </message>
    <message>
        <source>Crieur looks whether the post is there before anything is sent again, so it never appears twice. Nothing to do.</source>
        <translation>Crieur vérifie si le message est en ligne avant tout nouvel envoi&#x202f;: il ne paraîtra jamais deux fois. Vous n’avez rien à faire.</translation>
    </message>
    <message>
        <source>Crieur may not write to its folder.</source>
        <translation>Crieur n’a pas le droit d’écrire dans son dossier.</translation>
    </message>
    <message>
        <source>Crieur never writes keys to a file. You can stay signed in until you close it.</source>
        <translation>Crieur n’écrit jamais de clé dans un fichier. Vous pouvez rester en ligne jusqu’à sa fermeture.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>It changed meanwhile. What you see now is up to date.</source>
        <translation>La situation a changé entre-temps. Ce que vous voyez est à jour.</translation>
    </message>
    <message>
        <source>It does not let programs do this. Its own page does.</source>
        <translation>Ce réseau ne laisse pas les logiciels le faire. Sa propre page le permet.</translation>
    </message>
    <message>
        <source>It goes on in {wait}.</source>
        <translation>Reprise dans {wait}.</translation>
    </message>
    <message>
        <source>It is against the rules of this network.</source>
        <translation>C’est contraire aux règles de ce réseau.</translation>
    </message>
    <message>
        <source>It is built like a trap: it would fill the computer or reach outside of its folder. Only open archives that you asked for yourself.</source>
        <translation>Il est fait comme un piège&#x202f;: il remplirait l’ordinateur ou écrirait hors de son dossier. N’ouvrez que les archives que vous avez demandées vous-même.</translation>
    </message>
    <message>
        <source>It is empty. Fill it in, then try again.</source>
        <translation>Il est vide. Remplissez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>It is larger than any archive that Crieur can read.</source>
        <translation>Il dépasse la taille des archives que Crieur peut lire.</translation>
    </message>
    <message>
        <source>It is locked with a password. Unlock it first, then try again.</source>
        <translation>Il est protégé par un mot de passe. Déverrouillez-le d’abord, puis réessayez.</translation>
    </message>
    <message>
        <source>It is no archive of X, Mastodon or Bluesky that Crieur knows. Choose the file as the network gave it to you.</source>
        <translation>Ce n’est pas une archive de X, de Mastodon ou de Bluesky que Crieur connaisse. Choisissez le fichier tel que le réseau vous l’a remis.</translation>
    </message>
    <message>
        <source>It is not a full address. Check it.</source>
        <translation>Ce n’est pas une adresse complète. Vérifiez-la.</translation>
    </message>
    <message>
        <source>It is of a kind that Crieur does not know.</source>
        <translation>Crieur ne connaît pas ce type de fichier.</translation>
    </message>
    <message>
        <source>It is too long. Shorten it, then try again.</source>
        <translation>Il est trop long. Raccourcissez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>It lets programs answer only people who mentioned you. Its own page lets you answer.</source>
        <translation>Les logiciels n’y répondent qu’aux personnes qui vous mentionnent. La page du réseau vous laisse répondre.</translation>
    </message>
    <message>
        <source>It looks like your main password. Use an app password instead.</source>
        <translation>Cela ressemble à votre mot de passe principal. Utilisez plutôt un mot de passe d’application.</translation>
    </message>
    <message>
        <source>It was deleted or hidden by its author. Nothing of yours is lost.</source>
        <translation>Son auteur l’a supprimé ou masqué. Rien de ce qui est à vous n’est perdu.</translation>
    </message>
    <message>
        <source>It was kept as it is. A copy you saved elsewhere can be opened.</source>
        <translation>Il a été gardé tel quel. Vous pouvez ouvrir une copie enregistrée ailleurs.</translation>
    </message>
    <message>
        <source>It was left untouched. Choose another one.</source>
        <translation>Il n’a pas été modifié. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>It was left untouched. Update Crieur to open it.</source>
        <translation>Il n’a pas été modifié. Mettez Crieur à jour pour l’ouvrir.</translation>
    </message>
    <message>
        <source>Keep until Crieur closes</source>
        <translation>Garder jusqu’à la fermeture</translation>
    </message>
    <message>
        <source>Leave out the name and the password before the @.</source>
        <translation>Retirez le nom et le mot de passe placés devant le @.</translation>
    </message>
    <message>
        <source>Nothing was asked and nothing was spent. Your saved posts are still here. It goes on next month, or when you raise the cap.</source>
        <translation>Rien n’a été demandé, rien n’a été dépensé. Vos publications enregistrées restent lisibles. Reprise le mois prochain, ou dès que vous relevez le plafond.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Nothing was changed. You can begin again at any time.</source>
        <translation>Rien n’a été modifié. Vous pouvez recommencer à tout moment.</translation>
    </message>
    <message>
        <source>Nothing was sent, and your saved posts are still here. Ask whoever looks after the proxy, or choose another way in the settings.</source>
        <translation>Rien n’a été envoyé, et vos publications enregistrées restent lisibles. Adressez-vous à la personne qui gère le proxy, ou choisissez une autre connexion dans les réglages.</translation>
    </message>
    <message>
        <source>Nothing was sent, and your saved posts are still here. Check the connection, or choose another way in the settings.</source>
        <translation>Rien n’a été envoyé, et vos publications enregistrées restent lisibles. Vérifiez la connexion, ou choisissez-en une autre dans les réglages.</translation>
    </message>
    <message>
        <source>Nothing was sent, and your saved posts are still here. Type the address of an HTTP or HTTPS proxy in the settings.</source>
        <translation>Rien n’a été envoyé, et vos publications enregistrées restent lisibles. Saisissez l’adresse d’un proxy HTTP ou HTTPS dans les réglages.</translation>
    </message>
    <message>
        <source>Nothing was sent, and your saved posts are still here. Type the proxy’s user name and password in the settings.</source>
        <translation>Rien n’a été envoyé, et vos publications enregistrées restent lisibles. Saisissez le nom d’utilisateur et le mot de passe du proxy dans les réglages.</translation>
    </message>
    <message>
        <source>One of the fields needs your attention.</source>
        <translation>L’un des champs demande votre attention.</translation>
    </message>
    <message>
        <source>One of the two accounts blocks the other.</source>
        <translation>L’un des deux comptes bloque l’autre.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Others could read along on the way. Use an address that begins with https://.</source>
        <translation>D’autres pourraient lire vos alertes en chemin. Indiquez une adresse qui commence par https://.</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>See the connection</source>
        <translation>Voir la connexion</translation>
    </message>
    <message>
        <source>See the spending</source>
        <translation>Voir les dépenses</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Sign in again to make a new one. Your saved posts are here.</source>
        <translation>Reconnectez-vous pour en créer une. Vos publications enregistrées restent lisibles.</translation>
    </message>
    <message>
        <source>Something happened that Crieur did not foresee.</source>
        <translation>Il s’est produit quelque chose que Crieur n’avait pas prévu.</translation>
    </message>
    <message>
        <source>The answer of {name} was lost on the way.</source>
        <translation>{name}&#x202f;: la réponse s’est perdue en route.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>The key of this account does not allow this.</source>
        <translation>La clé de ce compte ne le permet pas.</translation>
    </message>
    <message>
        <source>The keyring cannot be used at present.</source>
        <translation>Le trousseau est inutilisable pour le moment.</translation>
    </message>
    <message>
        <source>The keyring here would store your key in plain sight.</source>
        <translation>Ici, le trousseau garderait votre clé sans la protéger.</translation>
    </message>
    <message>
        <source>The keyring no longer has the key of this account.</source>
        <translation>Le trousseau n’a plus la clé de ce compte.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked.</source>
        <translation>Le trousseau de cet ordinateur est verrouillé.</translation>
    </message>
    <message>
        <source>The monthly cap for {name} is reached.</source>
        <translation>Le plafond mensuel est atteint pour {name}.</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Le réseau</translation>
    </message>
    <message>
        <source>The network gave no reason that is known.</source>
        <translation>Le réseau n’a donné aucune raison connue.</translation>
    </message>
    <message>
        <source>The proxy asks for another password.</source>
        <translation>Le proxy demande un autre mot de passe.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translation>Le proxy est injoignable.</translation>
    </message>
    <message>
        <source>The proxy lets nothing through to {name}.</source>
        <translation>Le proxy ne laisse rien passer vers {name}.</translation>
    </message>
    <message>
        <source>The same words were posted there a short while ago.</source>
        <translation>Le même texte y a été publié il y a peu.</translation>
    </message>
    <message>
        <source>The server does not accept it. Check it.</source>
        <translation>Le serveur ne l’accepte pas. Vérifiez-le.</translation>
    </message>
    <message>
        <source>The text is too long for this network.</source>
        <translation>Le texte est trop long pour ce réseau.</translation>
    </message>
    <message>
        <source>There are no posts and no people in it.</source>
        <translation>Il ne contient ni publication ni personne.</translation>
    </message>
    <message>
        <source>This cannot be done any more.</source>
        <translation>Ce n’est plus possible.</translation>
    </message>
    <message>
        <source>This computer has no keyring that can be used.</source>
        <translation>Cet ordinateur n’a pas de trousseau utilisable.</translation>
    </message>
    <message>
        <source>This computer’s proxy is of a kind that Crieur cannot use.</source>
        <translation>Crieur ne peut pas utiliser le type de proxy réglé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This file is damaged and no good copy was found.</source>
        <translation>Ce fichier est abîmé et aucune bonne copie n’a été trouvée.</translation>
    </message>
    <message>
        <source>This file is not one of Crieur’s.</source>
        <translation>Ce fichier n’est pas un fichier de Crieur.</translation>
    </message>
    <message>
        <source>This file was made by a newer Crieur.</source>
        <translation>Ce fichier vient d’une version plus récente de Crieur.</translation>
    </message>
    <message>
        <source>This file was not imported; nothing was changed.</source>
        <translation>Ce fichier n’a pas été importé&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This list does not say whose it is. Connect the account that it comes from, or import its archive of posts first.</source>
        <translation>Cette liste ne dit pas à qui elle appartient. Connectez le compte dont elle vient, ou importez d’abord l’archive de ses publications.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>Opération arrêtée.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Unlock it, then try again. Your saved posts stay readable.</source>
        <translation>Déverrouillez-le, puis réessayez. Vos publications enregistrées restent lisibles.</translation>
    </message>
    <message>
        <source>What was saved is safe. Allow writing there, then try again.</source>
        <translation>Ce qui était enregistré est en sécurité. Autorisez l’écriture, puis réessayez.</translation>
    </message>
    <message>
        <source>What was saved is safe. Free some space, then try again.</source>
        <translation>Ce qui était enregistré est en sécurité. Libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>What was saved is safe. The details are in the report you can copy.</source>
        <translation>Ce qui était enregistré est en sécurité. Les détails sont dans le rapport, que vous pouvez copier.</translation>
    </message>
    <message>
        <source>What was saved is safe. Try again in a moment.</source>
        <translation>Ce qui était enregistré est en sécurité. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>You can do it on the network’s own page in the browser.</source>
        <translation>Vous pouvez le faire sur la page du réseau, dans le navigateur.</translation>
    </message>
    <message>
        <source>Your credit with {name} is used up.</source>
        <translation>Votre crédit chez {name} est épuisé.</translation>
    </message>
    <message>
        <source>Your file cannot be used at present.</source>
        <translation>Votre fichier est inutilisable pour le moment.</translation>
    </message>
    <message>
        <source>Your saved posts are still here, and posts for it wait in the outbox.</source>
        <translation>Vos publications enregistrées restent lisibles, et vos messages attendent dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Your saved posts are still here, and posts for it wait in the outbox. Buy credit on the network’s own page, then try again.</source>
        <translation>Vos publications enregistrées restent lisibles, et vos messages attendent dans la boîte d’envoi. Achetez du crédit sur la page du réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>Your saved posts are still here, and what you write waits in the outbox. Check the connection, then try again.</source>
        <translation>Vos publications enregistrées restent lisibles, et ce que vous écrivez attend dans la boîte d’envoi. Vérifiez la connexion, puis réessayez.</translation>
    </message>
    <message>
        <source>Your saved posts are still here. It may work again in a moment.</source>
        <translation>Vos publications enregistrées restent lisibles. Cela remarchera peut-être dans un instant.</translation>
    </message>
    <message>
        <source>Your saved posts are still here. Next try in {wait}, at {time}; nothing to do.</source>
        <translation>Vos publications enregistrées restent lisibles. Nouvel essai dans {wait}, à {time}&#x202f;; vous n’avez rien à faire.</translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation>Votre texte est conservé.</translation>
    </message>
    <message>
        <source>Your text is kept. Change it, then send it again.</source>
        <translation>Votre texte est conservé. Modifiez-le, puis renvoyez-le.</translation>
    </message>
    <message>
        <source>{name} asks Crieur to wait.</source>
        <translation>{name} demande à Crieur de patienter.</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>{name} est injoignable.</translation>
    </message>
    <message>
        <source>{name} does not have this any more.</source>
        <translation>{name} n’a plus ce contenu.</translation>
    </message>
    <message>
        <source>{name} does not offer this to programs.</source>
        <translation>{name} ne propose pas cela aux logiciels.</translation>
    </message>
    <message>
        <source>{name} gave an answer that makes no sense.</source>
        <translation>{name} a donné une réponse incompréhensible.</translation>
    </message>
    <message>
        <source>{name} gives no more this month.</source>
        <translation>{name} ne donne plus rien ce mois-ci.</translation>
    </message>
    <message>
        <source>{name} needs you to sign in again.</source>
        <translation>{name} vous demande de vous reconnecter.</translation>
    </message>
    <message>
        <source>{name} refused this.</source>
        <translation>{name} a refusé cette action.</translation>
    </message>
</context>
<context>
    <name>NotificationsSection</name>
    <message>
        <source>Crieur goes on fetching, and your posts go on leaving. Its icon in the tray opens it again or quits it.</source>
        <translation>Crieur continue d’actualiser vos fils et d’envoyer vos messages. Son icône dans la zone de notification permet de le rouvrir ou de le quitter.</translation>
    </message>
    <message>
        <source>Every day, within the same day.</source>
        <translation>Tous les jours, dans la même journée.</translation>
    </message>
    <message>
        <source>Every night, until the next morning.</source>
        <translation>Toutes les nuits, jusqu’au lendemain matin.</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>Rester actif quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>Nothing pops up and no alarm is sent; the tray goes on counting. One summary follows when they end.</source>
        <translation>Aucune notification ne s’affiche et aucune alerte n’est envoyée&#x202f;; l’icône continue de compter. Un seul récapitulatif suit à la fin.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>One for each matter while you look elsewhere: an account that needs you, a post that could not leave, new mentions, your monthly cap.</source>
        <translation>Une par sujet, quand vous regardez ailleurs&#x202f;: un compte qui a besoin de vous, un message qui n’a pas pu partir, de nouvelles mentions, votre plafond mensuel.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Début des heures calmes</translation>
    </message>
    <message>
        <source>Quiet from and until</source>
        <translation>Début et fin des heures calmes</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Fin des heures calmes</translation>
    </message>
    <message>
        <source>Second channel for alarms</source>
        <translation>Second canal pour les alertes</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Afficher les notifications</translation>
    </message>
    <message>
        <source>The two times are the same, so it is never quiet.</source>
        <translation>Les deux heures sont identiques&#x202f;: il n’y a donc pas d’heures calmes.</translation>
    </message>
    <message>
        <source>This desktop has no tray, so a hidden window could not be found again: closing it ends Crieur.</source>
        <translation>Cet ordinateur n’a pas de zone de notification où retrouver une fenêtre masquée&#x202f;: la fermer quitte Crieur.</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n thing(s) happened while it was quiet</source>
        <translation>
            <numerusform>%Ln événement pendant les heures calmes</numerusform>
            <numerusform>%Ln événements pendant les heures calmes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>Less</source>
        <translation>Diminuer</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Augmenter</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>English français French translation</source>
        <translation>anglais English français traduction</translation>
    </message>
    <message>
        <source>alert alarm sound system</source>
        <translation>alerte alarme son système</translation>
    </message>
    <message>
        <source>animation reduced motion accessibility</source>
        <translation>animation mouvement réduit accessibilité</translation>
    </message>
    <message>
        <source>background close badge</source>
        <translation>arrière-plan zone de notification fermer pastille</translation>
    </message>
    <message>
        <source>do not disturb night silence</source>
        <translation>ne pas déranger nuit silence</translation>
    </message>
    <message>
        <source>erase delete old months retention</source>
        <translation>effacer supprimer ancien mois conservation durée</translation>
    </message>
    <message>
        <source>erase everything remove</source>
        <translation>effacer tout retirer</translation>
    </message>
    <message>
        <source>export CSV bill</source>
        <translation>exporter CSV facture</translation>
    </message>
    <message>
        <source>help problem error bug doctor</source>
        <translation>aide problème erreur bogue diagnostic</translation>
    </message>
    <message>
        <source>high contrast accessibility</source>
        <translation>contraste élevé accessibilité</translation>
    </message>
    <message>
        <source>images tracking internet address</source>
        <translation>photos suivi pistage adresse internet</translation>
    </message>
    <message>
        <source>import archive download history</source>
        <translation>importer archive télécharger historique</translation>
    </message>
    <message>
        <source>keyboard keys reset</source>
        <translation>clavier touches réinitialiser rétablir</translation>
    </message>
    <message>
        <source>keyboard keys speech accessibility</source>
        <translation>clavier touches dictée vocale accessibilité</translation>
    </message>
    <message>
        <source>licence font credits</source>
        <translation>licence police crédits</translation>
    </message>
    <message>
        <source>money price budget limit</source>
        <translation>argent prix budget limite</translation>
    </message>
    <message>
        <source>move directory disk</source>
        <translation>déplacer répertoire disque</translation>
    </message>
    <message>
        <source>password secret key security</source>
        <translation>mot de passe secret clé sécurité</translation>
    </message>
    <message>
        <source>proxy network internet address port</source>
        <translation>proxy réseau internet adresse port</translation>
    </message>
    <message>
        <source>proxy network internet works</source>
        <translation>proxy réseau internet fonctionne</translation>
    </message>
    <message>
        <source>restore backup file</source>
        <translation>restaurer sauvegarde fichier</translation>
    </message>
    <message>
        <source>save copy backup export size</source>
        <translation>enregistrer copie sauvegarde exporter taille</translation>
    </message>
    <message>
        <source>theme dark light night mode appearance</source>
        <translation>thème sombre clair nuit mode apparence</translation>
    </message>
    <message>
        <source>typeface Inter</source>
        <translation>caractères typographie Inter</translation>
    </message>
    <message>
        <source>webhook phone https second channel</source>
        <translation>webhook téléphone https second canal</translation>
    </message>
    <message>
        <source>zoom larger smaller letters</source>
        <translation>zoom agrandir réduire lettres</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Nothing waits here</source>
        <translation>Rien en attente</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Posts you write stand here until the network has them, and after a crash too.</source>
        <translation>Vos messages restent ici tant que le réseau ne les a pas reçus, même après un arrêt brutal.</translation>
    </message>
    <message>
        <source>The post is back in the outbox</source>
        <translation>Message remis dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>The post is out of the outbox</source>
        <translation>Message retiré de la boîte d’envoi</translation>
    </message>
</context>
<context>
    <name>OutboxRow</name>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>It leaves in a few seconds. Until then nobody has seen it.</source>
        <translation>Il part dans quelques secondes. D’ici là, personne ne l’a vu.</translation>
    </message>
    <message>
        <source>It waits for you, because the file was restored from a copy.</source>
        <translation>Le message vous attend, car le fichier a été rétabli à partir d’une copie.</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Marquer comme envoyé</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>The answer was lost and the network does not show it. Look there yourself: if it is not public, send it now.</source>
        <translation>La réponse s’est perdue et le réseau ne montre pas le message. Regardez vous-même&#x202f;: s’il n’est pas en ligne, envoyez-le maintenant.</translation>
    </message>
    <message>
        <source>The answer was lost on the way, so it may be public already. Crieur looks it up before it sends anything again.</source>
        <translation>La réponse s’est perdue en route&#x202f;: le message est peut-être déjà en ligne. Crieur le vérifie avant tout nouvel envoi.</translation>
    </message>
    <message>
        <source>The network could not be reached. It leaves with the next fetch.</source>
        <translation>Le réseau était injoignable. Le message partira à la prochaine actualisation.</translation>
    </message>
    <message>
        <source>The network refused it. Your words are safe here.</source>
        <translation>Le réseau l’a refusé. Votre texte est conservé ici.</translation>
    </message>
    <message>
        <source>The network says that it is too long.</source>
        <translation>Le réseau le juge trop long.</translation>
    </message>
    <message>
        <source>The network says you already posted this.</source>
        <translation>Le réseau indique que vous l’avez déjà publié.</translation>
    </message>
    <message>
        <source>The person you answer has blocked this account.</source>
        <translation>La personne à qui vous répondez a bloqué ce compte.</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
</context>
<context>
    <name>PaidOffer</name>
    <message>
        <source>Ask {network}</source>
        <translation>Interroger {network}</translation>
    </message>
    <message>
        <source>Asking {network} for more costs at most {money}.</source>
        <translation>En demander plus à {network} coûte {money} au plus.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Demande en cours…</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%Ln résultat</numerusform>
            <numerusform>%Ln résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Arrow keys move among what is found, Enter goes there.</source>
        <translation>Les flèches parcourent les résultats, Entrée ouvre celui qui est choisi.</translation>
    </message>
    <message>
        <source>Ask the networks for “{words}”</source>
        <translation>Chercher «&#x202f;{words}&#x202f;» sur les réseaux</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>Dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>New post about “{words}”</source>
        <translation>Nouveau message sur «&#x202f;{words}&#x202f;»</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Open this workspace</source>
        <translation>Ouvrir cet espace de travail</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation>Rechercher ou aller à…</translation>
    </message>
    <message>
        <source>Search posts for “{words}”</source>
        <translation>Chercher «&#x202f;{words}&#x202f;» dans les publications</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Switch workspace</source>
        <translation>Changer d’espace de travail</translation>
    </message>
    <message>
        <source>Used recently</source>
        <translation>Utilisés récemment</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Espaces de travail</translation>
    </message>
    <message>
        <source>Your accounts</source>
        <translation>Vos comptes</translation>
    </message>
</context>
<context>
    <name>PaletteList</name>
    <message>
        <source>What was found</source>
        <translation>Résultats</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message numerus="yes">
        <source>%n post(s) of theirs stored here</source>
        <translation>
            <numerusform>%Ln publication enregistrée ici</numerusform>
            <numerusform>%Ln publications enregistrées ici</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Followers: {count}</source>
        <translation>Followers&#x202f;:&#xa0;{count}</translation>
    </message>
    <message>
        <source>Following: {count}</source>
        <translation>Abonnements&#x202f;:&#xa0;{count}</translation>
    </message>
    <message>
        <source>Follows you</source>
        <translation>Vous suit</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Ami</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus d’actions</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Only you see this note.</source>
        <translation>Cette note n’est visible que par vous.</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Voir en ligne</translation>
    </message>
    <message>
        <source>Posts: {count}</source>
        <translation>Publications&#x202f;:&#xa0;{count}</translation>
    </message>
    <message>
        <source>Talks about: {topics}</source>
        <translation>Parle de&#x202f;: {topics}</translation>
    </message>
    <message>
        <source>The first is from {date}</source>
        <translation>La plus ancienne est du {date}</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Unfollow</source>
        <translation>Ne plus suivre</translation>
    </message>
</context>
<context>
    <name>PersonNote</name>
    <message>
        <source>Your note about {name} is as it was before</source>
        <translation>Votre note sur {name} est rétablie</translation>
    </message>
    <message>
        <source>Your note about {name} is kept</source>
        <translation>Votre note sur {name} est enregistrée</translation>
    </message>
</context>
<context>
    <name>PersonPane</name>
    <message>
        <source>A moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Posts of this person</source>
        <translation>Publications de cette personne</translation>
    </message>
</context>
<context>
    <name>PersonWays</name>
    <message>
        <source>Block {name}</source>
        <translation>Bloquer {name}</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>Masquer {name}</translation>
    </message>
    <message>
        <source>Unblock {name}</source>
        <translation>Débloquer {name}</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>Ne plus masquer {name}</translation>
    </message>
    <message>
        <source>You follow {handle}</source>
        <translation>Vous suivez {handle}</translation>
    </message>
    <message>
        <source>You no longer follow {handle}</source>
        <translation>Vous ne suivez plus {handle}</translation>
    </message>
    <message>
        <source>{handle} is blocked</source>
        <translation>Compte bloqué&#x202f;: {handle}</translation>
    </message>
    <message>
        <source>{handle} is no longer blocked</source>
        <translation>Compte débloqué&#x202f;: {handle}</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Picture without description</source>
        <translation>Image sans description</translation>
    </message>
    <message>
        <source>Pictures are switched off in the settings.</source>
        <translation>Les images sont désactivées dans les réglages.</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>The author gave no description.</source>
        <translation>Aucune description n’accompagne cette image.</translation>
    </message>
    <message>
        <source>This picture could not be loaded.</source>
        <translation>Cette image n’a pas pu être chargée.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>PostDesk</name>
    <message numerus="yes">
        <source>%n post(s) sent</source>
        <translation>
            <numerusform>%Ln message envoyé</numerusform>
            <numerusform>%Ln messages envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown here only: nothing leaves the demo</source>
        <translation>Affiché ici seulement&#x202f;: rien ne sort de la démo</translation>
    </message>
    <message>
        <source>What you wrote is put aside</source>
        <translation>Votre texte est mis de côté</translation>
    </message>
    <message>
        <source>Your words are back</source>
        <translation>Votre texte est de retour</translation>
    </message>
    <message>
        <source>{network} opened with your words. Press Post there.</source>
        <translation>{network} s’est ouvert avec votre texte. Cliquez-y sur «&#x202f;Poster&#x202f;».</translation>
    </message>
</context>
<context>
    <name>PostDialog</name>
    <message>
        <source>Connect an account, or allow posting for one under Accounts.</source>
        <translation>Connectez un compte, ou autorisez la publication pour l’un d’eux dans «&#x202f;Comptes&#x202f;».</translation>
    </message>
    <message>
        <source>Language of the post</source>
        <translation>Langue du message</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Nouveau message</translation>
    </message>
    <message>
        <source>No account may post.</source>
        <translation>Aucun compte n’est autorisé à publier.</translation>
    </message>
    <message>
        <source>Open {network} as {handle}</source>
        <translation>Ouvrir {network} avec {handle}</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Post as {handle}</source>
        <translation>Publier avec {handle}</translation>
    </message>
    <message>
        <source>Reply as {handle}</source>
        <translation>Répondre avec {handle}</translation>
    </message>
    <message>
        <source>Reply to {name}</source>
        <translation>Répondre à {name}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Text of the post</source>
        <translation>Texte du message</translation>
    </message>
    <message>
        <source>What is new in your shop?</source>
        <translation>Quoi de neuf dans votre boutique&#x202f;?</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>Réécrire le message</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
</context>
<context>
    <name>PostList</name>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%Ln J’aime</numerusform>
            <numerusform>%Ln J’aime</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(s)</source>
        <translation>
            <numerusform>%Ln réponse</numerusform>
            <numerusform>%Ln réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repost(s)</source>
        <translation>
            <numerusform>%Ln partage</numerusform>
            <numerusform>%Ln partages</numerusform>
        </translation>
    </message>
    <message>
        <source>ALT</source>
        <translation>ALT</translation>
    </message>
    <message>
        <source>Bookmark on this computer</source>
        <translation>Mettre un signet sur cet ordinateur</translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>Dans vos signets</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Edited {time}</source>
        <translation>Modifié&#x202f;: {time}</translation>
    </message>
    <message>
        <source>Fetch them</source>
        <translation>Les charger</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>Ami</translation>
    </message>
    <message>
        <source>Hidden behind a warning: {warning}</source>
        <translation>Masqué par un avertissement&#x202f;: {warning}</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Aimer</translation>
    </message>
    <message>
        <source>Link: {title}</source>
        <translation>Lien&#x202f;: {title}</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Plus d’actions</translation>
    </message>
    <message>
        <source>No description</source>
        <translation>Sans description</translation>
    </message>
    <message>
        <source>Not with this account: its network does not offer it, or you set it to read only.</source>
        <translation>Impossible avec ce compte&#x202f;: son réseau ne le propose pas, ou vous l’avez mis en lecture seule.</translation>
    </message>
    <message>
        <source>Only for the author’s followers</source>
        <translation>Réservé aux followers de ce compte</translation>
    </message>
    <message>
        <source>Only for the people it names</source>
        <translation>Réservé aux personnes mentionnées</translation>
    </message>
    <message>
        <source>Open the quoted post of {name}</source>
        <translation>Ouvrir la publication citée de {name}</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Rémunéré</translation>
    </message>
    <message>
        <source>Part of a conversation</source>
        <translation>Fait partie d’une conversation</translation>
    </message>
    <message>
        <source>Picture without description</source>
        <translation>Image sans description</translation>
    </message>
    <message>
        <source>Picture: {description}</source>
        <translation>Image&#x202f;: {description}</translation>
    </message>
    <message>
        <source>Plays in the browser</source>
        <translation>Se lit dans le navigateur</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Quotes {name}: {text}</source>
        <translation>Cite {name}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>Received by {accounts}</source>
        <translation>Reçu par {accounts}</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Retirer le signet</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Replying to {handle}</source>
        <translation>En réponse à {handle}</translation>
    </message>
    <message>
        <source>Repost</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>Same post on {network}, shown once</source>
        <translation>Même message sur {network}, affiché une fois</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Afficher la suite</translation>
    </message>
    <message>
        <source>Show or hide this post</source>
        <translation>Afficher ou masquer cette publication</translation>
    </message>
    <message>
        <source>Some posts are not here.</source>
        <translation>Il manque des publications.</translation>
    </message>
    <message>
        <source>Some posts are not here. Enter fetches them.</source>
        <translation>Il manque des publications. Entrée les charge.</translation>
    </message>
    <message>
        <source>Some posts before {time} are not here.</source>
        <translation>Il manque des publications d’avant {time}.</translation>
    </message>
    <message>
        <source>Some posts between {older} and {newer} are not here.</source>
        <translation>Il manque des publications entre {older} et {newer}.</translation>
    </message>
    <message>
        <source>Take back your like</source>
        <translation>Ne plus aimer</translation>
    </message>
    <message>
        <source>Take back your repost</source>
        <translation>Annuler le partage</translation>
    </message>
    <message>
        <source>The author says that this post is paid for</source>
        <translation>Signalé comme contenu rémunéré à sa publication</translation>
    </message>
    <message>
        <source>This post is no longer here.</source>
        <translation>Cette publication n’est plus ici.</translation>
    </message>
    <message>
        <source>Unlisted: seen by those who look for it</source>
        <translation>Non listé&#x202f;: visible pour qui le cherche</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>Video without description</source>
        <translation>Vidéo sans description</translation>
    </message>
    <message>
        <source>Video: {description}</source>
        <translation>Vidéo&#x202f;: {description}</translation>
    </message>
    <message>
        <source>Vote on {network}</source>
        <translation>Voter sur {network}</translation>
    </message>
    <message>
        <source>You follow each other</source>
        <translation>Vous vous suivez mutuellement</translation>
    </message>
    <message>
        <source>You like it</source>
        <translation>Vous l’aimez</translation>
    </message>
    <message>
        <source>You reposted it</source>
        <translation>Vous l’avez partagé</translation>
    </message>
    <message>
        <source>edited · {time}</source>
        <translation>modifié · {time}</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>le {day} à {time}</translation>
    </message>
    <message>
        <source>{name} reposted</source>
        <translation>Partagé par {name}</translation>
    </message>
</context>
<context>
    <name>PostMenu</name>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Delete the post</source>
        <translation>Supprimer la publication</translation>
    </message>
    <message>
        <source>Delete this post?</source>
        <translation>Supprimer cette publication&#x202f;?</translation>
    </message>
    <message>
        <source>Delete this post…</source>
        <translation>Supprimer cette publication…</translation>
    </message>
    <message>
        <source>It disappears from the network for everybody. This cannot be undone.</source>
        <translation>Elle disparaîtra du réseau pour tout le monde. C’est définitif.</translation>
    </message>
    <message>
        <source>Like as {handle}</source>
        <translation>Aimer avec {handle}</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Lien copié</translation>
    </message>
    <message>
        <source>Mute a word…</source>
        <translation>Masquer un mot…</translation>
    </message>
    <message>
        <source>Mute this conversation</source>
        <translation>Masquer cette conversation</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Open {link}</source>
        <translation>Ouvrir {link}</translation>
    </message>
    <message>
        <source>Reply as {handle}</source>
        <translation>Répondre avec {handle}</translation>
    </message>
    <message>
        <source>Text copied</source>
        <translation>Texte copié</translation>
    </message>
</context>
<context>
    <name>PostTerms</name>
    <message>
        <source>Only followers can see this.</source>
        <translation>Visible seulement par vos followers.</translation>
    </message>
    <message>
        <source>Only the people named in it can see this.</source>
        <translation>Visible seulement par les personnes mentionnées.</translation>
    </message>
    <message>
        <source>Open it on {network} instead, at no cost</source>
        <translation>L’ouvrir plutôt sur {network}, sans frais</translation>
    </message>
    <message>
        <source>Sending this costs {money}, because of the link.</source>
        <translation>L’envoi coûte {money}, à cause du lien.</translation>
    </message>
    <message>
        <source>Sending this costs {money}.</source>
        <translation>L’envoi coûte {money}.</translation>
    </message>
    <message>
        <source>{network} opens with your words; you press Post there.</source>
        <translation>{network} s’ouvrira avec votre texte&#x202f;; vous y cliquerez sur «&#x202f;Poster&#x202f;».</translation>
    </message>
</context>
<context>
    <name>PostWarnings</name>
    <message>
        <source>A moderator warns of this post</source>
        <translation>Un modérateur met en garde contre cette publication</translation>
    </message>
    <message>
        <source>Fraud</source>
        <translation>Arnaque</translation>
    </message>
    <message>
        <source>Intolerance</source>
        <translation>Intolérance</translation>
    </message>
    <message>
        <source>Misleading</source>
        <translation>Trompeur</translation>
    </message>
    <message>
        <source>Nudity</source>
        <translation>Nudité</translation>
    </message>
    <message>
        <source>Pornography</source>
        <translation>Pornographie</translation>
    </message>
    <message>
        <source>Pretends to be somebody else</source>
        <translation>Usurpation d’identité</translation>
    </message>
    <message>
        <source>Self-harm</source>
        <translation>Automutilation</translation>
    </message>
    <message>
        <source>Sensitive pictures</source>
        <translation>Images sensibles</translation>
    </message>
    <message>
        <source>Sexual drawings</source>
        <translation>Dessins à caractère sexuel</translation>
    </message>
    <message>
        <source>Sexually suggestive</source>
        <translation>Contenu suggestif</translation>
    </message>
    <message>
        <source>Shocking pictures</source>
        <translation>Images choquantes</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>Menaces</translation>
    </message>
    <message>
        <source>Unwanted advertising</source>
        <translation>Publicité indésirable</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%Ln mois</numerusform>
            <numerusform>%Ln mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) erased.</source>
        <translation>
            <numerusform>%Ln publication effacée.</numerusform>
            <numerusform>%Ln publications effacées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase %n post(s)</source>
        <translation>
            <numerusform>Effacer %Ln publication</numerusform>
            <numerusform>Effacer %Ln publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase %n post(s) of other people?</source>
        <translation>
            <numerusform>Effacer %Ln publication d’autres personnes&#x202f;?</numerusform>
            <numerusform>Effacer %Ln publications d’autres personnes&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep other people’s posts for</source>
        <translation>Garder les publications des autres</translation>
    </message>
    <message>
        <source>Load pictures from other servers</source>
        <translation>Charger les images d’autres serveurs</translation>
    </message>
    <message>
        <source>Older ones are erased once a day. What always stays: your own posts, bookmarks, private messages, unread mentions, conversations that you took part in, and the newest {count} posts of each feed.</source>
        <translation>Les plus anciennes sont effacées une fois par jour. Ce qui reste toujours&#x202f;: vos propres publications, les signets, les messages privés, les mentions non lues, les conversations auxquelles vous avez participé et les {count} dernières publications de chaque fil.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>The daily copies still hold them until newer copies take their place.</source>
        <translation>Les copies du jour les contiennent encore, jusqu’à ce que de nouvelles copies les remplacent.</translation>
    </message>
    <message>
        <source>The demo keeps all of its invented posts until you leave it.</source>
        <translation>La démo garde toutes ses publications inventées jusqu’à ce que vous la quittiez.</translation>
    </message>
    <message numerus="yes">
        <source>They are older than %n month(s). Erasing them cannot be undone.</source>
        <translation>
            <numerusform>Elles ont plus de %Ln mois. Leur effacement est définitif.</numerusform>
            <numerusform>Elles ont plus de %Ln mois. Leur effacement est définitif.</numerusform>
        </translation>
    </message>
    <message>
        <source>When off, those servers do not see your internet address; descriptions replace pictures.</source>
        <translation>Sans cela, ces serveurs ne voient pas votre adresse internet&#x202f;; des descriptions remplacent les images.</translation>
    </message>
    <message>
        <source>Your other workspaces erase theirs when they are opened.</source>
        <translation>Vos autres espaces de travail effaceront les leurs à leur prochaine ouverture.</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>pour toujours</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
</context>
<context>
    <name>ProxyForm</name>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse du proxy</translation>
    </message>
    <message>
        <source>Crieur goes through HTTP and HTTPS proxies, not through SOCKS or a script.</source>
        <translation>Crieur passe par un proxy HTTP ou HTTPS, mais ni par SOCKS ni par un script.</translation>
    </message>
    <message>
        <source>Kept in this computer’s keyring. On its way to the proxy it is hidden only where the address begins with https://.</source>
        <translation>Gardé dans le trousseau de cet ordinateur. En chemin vers le proxy, il n’est protégé que si l’adresse commence par https://.</translation>
    </message>
    <message>
        <source>Only where the proxy asks for one.</source>
        <translation>Seulement si le proxy en demande un.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>The port is missing: type it after a colon, as in {example}.</source>
        <translation>Il manque le port&#x202f;: saisissez-le après deux-points, comme dans {example}.</translation>
    </message>
    <message>
        <source>The saved password</source>
        <translation>Le mot de passe enregistré</translation>
    </message>
    <message>
        <source>This is not the address of a proxy. One looks like {example}.</source>
        <translation>Ce n’est pas l’adresse d’un proxy. Elle ressemble à {example}.</translation>
    </message>
    <message>
        <source>This is too long for an address.</source>
        <translation>C’est trop long pour une adresse.</translation>
    </message>
    <message>
        <source>Type the address of the proxy.</source>
        <translation>Saisissez l’adresse du proxy.</translation>
    </message>
    <message>
        <source>Type the name that goes with the password.</source>
        <translation>Saisissez le nom qui va avec le mot de passe.</translation>
    </message>
    <message>
        <source>Use this proxy</source>
        <translation>Utiliser ce proxy</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>With its port, the number after the colon.</source>
        <translation>Avec son port, le nombre placé après les deux-points.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>New post</source>
        <translation>Nouveau message</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message>
        <source>You are here</source>
        <translation>Vous êtes ici</translation>
    </message>
</context>
<context>
    <name>ReadKeeper</name>
    <message numerus="yes">
        <source>%n post(s) are unread again</source>
        <translation>
            <numerusform>%Ln publication de nouveau non lue</numerusform>
            <numerusform>%Ln publications de nouveau non lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) marked as read</source>
        <translation>
            <numerusform>%Ln publication marquée comme lue</numerusform>
            <numerusform>%Ln publications marquées comme lues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordHeader</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>{title}, sorted from the least to the most</source>
        <translation>{title}, par ordre croissant</translation>
    </message>
    <message>
        <source>{title}, sorted from the most to the least</source>
        <translation>{title}, par ordre décroissant</translation>
    </message>
    <message>
        <source>{title}: {value}</source>
        <translation>{title}&#x202f;: {value}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>SearchOpener</name>
    <message>
        <source>Search or jump to…</source>
        <translation>Rechercher…</translation>
    </message>
</context>
<context>
    <name>SearchRow</name>
    <message>
        <source>Ask the networks too</source>
        <translation>Chercher aussi sur les réseaux</translation>
    </message>
    <message>
        <source>Clear the search for “{words}”</source>
        <translation>Effacer la recherche «&#x202f;{words}&#x202f;»</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>Recherche&#x202f;: {words}</translation>
    </message>
</context>
<context>
    <name>SendingOff</name>
    <message>
        <source>Post moved to the outbox</source>
        <translation>Message placé dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Your post is taken back</source>
        <translation>Envoi annulé</translation>
    </message>
    <message numerus="yes">
        <source>Your post leaves in %n second(s)</source>
        <translation>
            <numerusform>Votre message part dans %Ln seconde</numerusform>
            <numerusform>Votre message part dans %Ln secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspect et langue</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Masqués</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Dépenses</translation>
    </message>
    <message>
        <source>Words explained</source>
        <translation>Lexique</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Accounts and settings</source>
        <translation>Comptes et réglages</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Signets</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Back to the designed keys: {command}</source>
        <translation>Rétablir les touches d’origine&#x202f;: {command}</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>L’utiliser ici</translation>
    </message>
    <message>
        <source>{keys} alone is written into the text. Hold Ctrl or Alt with it.</source>
        <translation>Seule, {keys} s’écrit dans le texte. Ajoutez-y Ctrl ou Alt.</translation>
    </message>
    <message>
        <source>{keys} already does this: {command}. Use it here instead?</source>
        <translation>{keys} sert déjà à ceci&#x202f;: {command}. L’utiliser plutôt ici&#x202f;?</translation>
    </message>
    <message>
        <source>{keys} moves about in every window. Choose another key.</source>
        <translation>{keys} sert à se déplacer dans toutes les fenêtres. Choisissez une autre touche.</translation>
    </message>
    <message>
        <source>{keys} works on text in every window. Choose another key.</source>
        <translation>{keys} sert à modifier le texte dans toutes les fenêtres. Choisissez une autre touche.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Anywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Bookmark on this computer</source>
        <translation>Mettre un signet sur cet ordinateur</translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>In a list of posts</source>
        <translation>Dans une liste de publications</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Aimer</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Plus d’actions</translation>
    </message>
    <message>
        <source>Newest or oldest post</source>
        <translation>Publication la plus récente ou la plus ancienne</translation>
    </message>
    <message>
        <source>Next or previous picture</source>
        <translation>Image suivante ou précédente</translation>
    </message>
    <message>
        <source>Next post</source>
        <translation>Publication suivante</translation>
    </message>
    <message>
        <source>One page on, one page back</source>
        <translation>Une page plus loin, une page en arrière</translation>
    </message>
    <message>
        <source>Open the author</source>
        <translation>Ouvrir le profil de l’auteur</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>Ouvrir l’image</translation>
    </message>
    <message>
        <source>Open the post</source>
        <translation>Ouvrir la publication</translation>
    </message>
    <message>
        <source>Over a picture</source>
        <translation>Sur une image</translation>
    </message>
    <message>
        <source>Places and settings</source>
        <translation>Pages et réglages</translation>
    </message>
    <message>
        <source>Post or reply</source>
        <translation>Publier ou répondre</translation>
    </message>
    <message>
        <source>Previous post</source>
        <translation>Publication précédente</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Repost</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>Show what a warning hides</source>
        <translation>Afficher ce que masque un avertissement</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Taille réelle</translation>
    </message>
    <message>
        <source>While writing</source>
        <translation>Pendant la rédaction</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>All shortcuts are as designed</source>
        <translation>Les raccourcis d’origine sont rétablis</translation>
    </message>
    <message>
        <source>Designed shortcuts</source>
        <translation>Raccourcis d’origine</translation>
    </message>
    <message>
        <source>Gives every command the keys again that it came with.</source>
        <translation>Rend à chaque commande ses touches d’origine.</translation>
    </message>
    <message>
        <source>One letter is enough there to reply or to like. Without them nothing happens by accident, or when you speak to your computer.</source>
        <translation>Une lettre y suffit pour répondre ou aimer. Sans elles, rien ne se déclenche par accident ni quand vous dictez à votre ordinateur.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout rétablir</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Single letters work in lists</source>
        <translation>Lettres seules dans les listes</translation>
    </message>
    <message>
        <source>Your shortcuts are back</source>
        <translation>Vos raccourcis sont de retour</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Change shortcuts</source>
        <translation>Modifier les raccourcis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Rechercher un raccourci</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>No shortcut has these words.</source>
        <translation>Aucun raccourci ne contient ces mots.</translation>
    </message>
    <message>
        <source>Single letters are switched off in the settings.</source>
        <translation>Les lettres seules sont désactivées dans les réglages.</translation>
    </message>
    <message>
        <source>Single letters work while a list of posts has the keyboard.</source>
        <translation>Les lettres seules agissent quand le clavier est dans une liste de publications.</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Profil</translation>
    </message>
</context>
<context>
    <name>SkeletonRows</name>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
</context>
<context>
    <name>Spending</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Address at X</source>
        <translation>Adresse chez X</translation>
    </message>
    <message>
        <source>Answers published</source>
        <translation>Réponses publiées</translation>
    </message>
    <message>
        <source>At the owner’s price</source>
        <translation>Au tarif du propriétaire</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Lists read</source>
        <translation>Listes lues</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Number charged</source>
        <translation>Nombre facturé</translation>
    </message>
    <message>
        <source>People looked up</source>
        <translation>Profils consultés</translation>
    </message>
    <message>
        <source>Posts counted without reading them</source>
        <translation>Publications comptées sans être lues</translation>
    </message>
    <message>
        <source>Posts published</source>
        <translation>Messages publiés</translation>
    </message>
    <message>
        <source>Posts published with a link</source>
        <translation>Messages publiés avec un lien</translation>
    </message>
    <message>
        <source>Posts read</source>
        <translation>Publications lues</translation>
    </message>
    <message>
        <source>Price of one ({currency})</source>
        <translation>Prix unitaire ({currency})</translation>
    </message>
    <message>
        <source>Reposts and the like</source>
        <translation>Partages et actions semblables</translation>
    </message>
    <message>
        <source>Reposts and the like taken back</source>
        <translation>Partages et actions semblables annulés</translation>
    </message>
    <message>
        <source>Sum ({currency})</source>
        <translation>Montant ({currency})</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Heure (UTC)</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Your own followers and follows read</source>
        <translation>Vos followers et abonnements lus</translation>
    </message>
    <message>
        <source>Your own lists read</source>
        <translation>Vos listes lues</translation>
    </message>
    <message>
        <source>Your own posts and mentions read</source>
        <translation>Vos publications et mentions lues</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
</context>
<context>
    <name>SpendingSection</name>
    <message>
        <source>Fetching new mentions costs at most {mentions} each time, with the home feed at most {both}. Nothing is fetched before you ask for it.</source>
        <translation>Chaque actualisation des mentions coûte {mentions} au plus, et {both} au plus avec le fil d’accueil. Rien n’est actualisé sans que vous le demandiez.</translation>
    </message>
    <message>
        <source>Prices as published on {date}. Source: {source}</source>
        <translation>Prix publiés au {date}. Source&#x202f;: {source}</translation>
    </message>
    <message>
        <source>Read the home feed of {handle} too when fetching</source>
        <translation>Lire aussi le fil d’accueil de {handle} en actualisant</translation>
    </message>
    <message>
        <source>Reading its own posts, mentions, lists and followers then costs {owned} each instead of {post} to {person}. Switch it on only if X’s developer console shows the app under this very account.</source>
        <translation>Lire ses propres publications, mentions, listes et followers coûte alors {owned} l’unité, au lieu de {post} à {person}. Ne l’activez que si la console développeur de X montre l’application sous ce compte même.</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Enregistrer en tableau</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Spending on X</source>
        <translation>Dépenses sur X</translation>
    </message>
    <message>
        <source>Table saved.</source>
        <translation>Tableau enregistré.</translation>
    </message>
    <message>
        <source>These figures are Crieur’s own count, by UTC days as X counts. What X’s developer console says is the bill.</source>
        <translation>Ces chiffres sont le décompte de Crieur, par jours UTC comme X les compte. La facture est celle de la console développeur de X.</translation>
    </message>
    <message>
        <source>{handle} owns the app whose key it uses</source>
        <translation>{handle} possède l’application dont il utilise la clé</translation>
    </message>
</context>
<context>
    <name>SpendingWatch</name>
    <message>
        <source>{network}: the monthly cap of {cap} is reached. Nothing more is asked of it until {month}, or until you raise the cap.</source>
        <translation>{network}&#x202f;: le plafond mensuel de {cap} est atteint. Plus rien ne lui est demandé avant {month}, sauf si vous relevez le plafond.</translation>
    </message>
    <message>
        <source>{network}: {spent} of {cap} are spent this month.</source>
        <translation>{network}&#x202f;: {spent} dépensés sur {cap} ce mois-ci.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Demo: nothing is sent</source>
        <translation>Démo&#x202f;: rien n’est envoyé</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Actualisation…</translation>
    </message>
    <message>
        <source>Its saved posts are still here, and what you wrote waits in the outbox.</source>
        <translation>Ses publications enregistrées restent lisibles, et ce que vous avez écrit attend dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Aucun compte</translation>
    </message>
    <message>
        <source>Not everything is up to date</source>
        <translation>Tout n’est pas à jour</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message numerus="yes">
        <source>Offline · %n waiting</source>
        <translation>
            <numerusform>Hors ligne ·&#x202f;%Ln en attente</numerusform>
            <numerusform>Hors ligne ·&#x202f;%Ln en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Posts you write wait here and go out when you are back.</source>
        <translation>Vos messages attendent ici et partiront à votre retour en ligne.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Up to date · {time}</source>
        <translation>À jour · {time}</translation>
    </message>
    <message>
        <source>Waiting {time}</source>
        <translation>Attente&#x202f;: {time}</translation>
    </message>
    <message>
        <source>You are offline. Reading saved posts from {time}.</source>
        <translation>Vous êtes hors ligne. Lecture des publications enregistrées à {time}.</translation>
    </message>
    <message>
        <source>You are offline. Reading saved posts.</source>
        <translation>Vous êtes hors ligne. Lecture des publications enregistrées.</translation>
    </message>
    <message>
        <source>{account} needs you to sign in again.</source>
        <translation>{account} vous demande de vous reconnecter.</translation>
    </message>
</context>
<context>
    <name>StatusBoard</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%Ln compte</numerusform>
            <numerusform>%Ln comptes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln non lu</numerusform>
            <numerusform>%Ln non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%Ln en attente</numerusform>
            <numerusform>%Ln en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Demo: invented data</source>
        <translation>Données inventées</translation>
    </message>
    <message>
        <source>Its newest good copy took its place. The damaged file is kept as {path}.</source>
        <translation>Sa dernière bonne copie l’a remplacé. Le fichier abîmé est gardé ici&#x202f;: {path}</translation>
    </message>
    <message>
        <source>This workspace’s file was damaged.</source>
        <translation>Le fichier de cet espace de travail était abîmé.</translation>
    </message>
</context>
<context>
    <name>StepTeller</name>
    <message>
        <source>A moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>The last step can no longer be undone.</source>
        <translation>La dernière action ne peut plus être annulée.</translation>
    </message>
    <message>
        <source>The last step was not undone.</source>
        <translation>La dernière action n’a pas été annulée.</translation>
    </message>
    <message>
        <source>The step can no longer be redone.</source>
        <translation>L’action ne peut plus être rétablie.</translation>
    </message>
    <message>
        <source>The step was not redone.</source>
        <translation>L’action n’a pas été rétablie.</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
</context>
<context>
    <name>TimeBox</name>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>TourDesk</name>
    <message>
        <source>All networks in one list</source>
        <translation>Tous les réseaux dans une seule liste</translation>
    </message>
    <message>
        <source>Answer {name}</source>
        <translation>Répondre à {name}</translation>
    </message>
    <message>
        <source>Every place is one click away</source>
        <translation>Tout est à portée de clic</translation>
    </message>
    <message>
        <source>Find a person, a post or a setting</source>
        <translation>Trouver une personne, une publication ou un réglage</translation>
    </message>
    <message>
        <source>Home holds the posts of all your networks. The number beside a place says how much is new there.</source>
        <translation>L’accueil réunit les publications de tous vos réseaux. Le nombre à côté d’une page indique ce qu’elle contient de nouveau.</translation>
    </message>
    <message>
        <source>It takes a minute, and the search at the top finds it again at any time.</source>
        <translation>Cela prend une minute, et la recherche en haut de la fenêtre retrouve la visite à tout moment.</translation>
    </message>
    <message>
        <source>New here? Five steps show where everything is.</source>
        <translation>Première fois ici&#x202f;? Cinq étapes vous montrent où tout se trouve.</translation>
    </message>
    <message>
        <source>Nobody waits for an answer. Write a post: nothing leaves before you press the button.</source>
        <translation>Personne n’attend de réponse. Écrivez un message&#x202f;: rien ne part avant que vous n’appuyiez sur le bouton.</translation>
    </message>
    <message>
        <source>One account at a time</source>
        <translation>Un compte à la fois</translation>
    </message>
    <message>
        <source>Posts that name you or answer you are gathered here.</source>
        <translation>Les publications qui vous nomment ou vous répondent sont réunies ici.</translation>
    </message>
    <message>
        <source>Press a name to read that account alone. Your place in the list is kept when you come back.</source>
        <translation>Cliquez sur un nom pour ne lire que ce compte. À votre retour, vous retrouverez votre place dans la liste.</translation>
    </message>
    <message>
        <source>Read the mentions</source>
        <translation>Lire les mentions</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>Commencer la visite</translation>
    </message>
    <message>
        <source>The coloured band says which of your accounts received a post. The same post on two networks is shown once.</source>
        <translation>La bande de couleur indique lequel de vos comptes a reçu une publication. Un même message sur deux réseaux ne s’affiche qu’une fois.</translation>
    </message>
    <message>
        <source>Type a few letters here, or press {keys} anywhere.</source>
        <translation>Saisissez quelques lettres ici, ou appuyez sur {keys} n’importe où.</translation>
    </message>
    <message>
        <source>Who speaks to you comes first</source>
        <translation>D’abord, ceux qui vous parlent</translation>
    </message>
    <message>
        <source>Write your first post</source>
        <translation>Écrire votre premier message</translation>
    </message>
    <message>
        <source>{name} has written to the shop. Answer now: the demo sends nothing.</source>
        <translation>{name} a écrit à la boutique. Répondez maintenant&#x202f;: la démo n’envoie rien.</translation>
    </message>
    <message>
        <source>{name} has written to you. Answer now: nothing leaves before you press the button.</source>
        <translation>{name} vous a écrit. Répondez maintenant&#x202f;: rien ne part avant que vous n’appuyiez sur le bouton.</translation>
    </message>
</context>
<context>
    <name>TrayDesk</name>
    <message>
        <source>Crieur goes on in the tray.</source>
        <translation>Crieur reste actif dans la zone de notification.</translation>
    </message>
    <message>
        <source>Fetch new posts</source>
        <translation>Actualiser le fil</translation>
    </message>
    <message>
        <source>It fetches as before. Open it or quit it from its icon there.</source>
        <translation>Il continue d’actualiser vos fils. Son icône permet de le rouvrir ou de le quitter.</translation>
    </message>
    <message>
        <source>Open Crieur</source>
        <translation>Ouvrir Crieur</translation>
    </message>
    <message>
        <source>Pause notifications until tomorrow</source>
        <translation>Suspendre les notifications jusqu’à demain</translation>
    </message>
    <message>
        <source>Quiet until {time}</source>
        <translation>Reprise des notifications&#x202f;: {time}</translation>
    </message>
    <message>
        <source>Quit Crieur</source>
        <translation>Quitter Crieur</translation>
    </message>
    <message>
        <source>Resume notifications</source>
        <translation>Reprendre les notifications</translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation>Écrire un message</translation>
    </message>
</context>
<context>
    <name>UnknownWorkspace</name>
    <message>
        <source>Go to the first screen</source>
        <translation>Aller au premier écran</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
    <message>
        <source>There is no workspace called {name}.</source>
        <translation>Aucun espace de travail ne s’appelle {name}.</translation>
    </message>
    <message>
        <source>There is no workspace on this computer yet.</source>
        <translation>Cet ordinateur n’a encore aucun espace de travail.</translation>
    </message>
    <message>
        <source>These are on this computer: {names}</source>
        <translation>Espaces de travail de cet ordinateur&#x202f;: {names}</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%Ln&#xa0;h</numerusform>
            <numerusform>%Ln&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%Ln heure</numerusform>
            <numerusform>%Ln heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a&#x202f;%Ln heure</numerusform>
            <numerusform>il y a&#x202f;%Ln heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%Ln&#xa0;min</numerusform>
            <numerusform>%Ln&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>il y a&#x202f;%Ln minute</numerusform>
            <numerusform>il y a&#x202f;%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%Ln seconde</numerusform>
            <numerusform>%Ln secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Aujourd’hui {time}</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>Demain {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Hier {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} à {time}</translation>
    </message>
</context>
<context>
    <name>WordsSection</name>
    <message>
        <source>Words explained</source>
        <translation>Lexique</translation>
    </message>
</context>
<context>
    <name>WorkspaceDesk</name>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Nouvel espace de travail</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename this workspace</source>
        <translation>Renommer cet espace de travail</translation>
    </message>
</context>
<context>
    <name>WorkspaceMenu</name>
    <message>
        <source>Leave the demo</source>
        <translation>Quitter la démo</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Nouvel espace de travail…</translation>
    </message>
    <message>
        <source>Open the demo shop</source>
        <translation>Ouvrir la boutique de démo</translation>
    </message>
    <message>
        <source>Rename this workspace…</source>
        <translation>Renommer cet espace de travail…</translation>
    </message>
</context>
<context>
    <name>WorkspacePages</name>
    <message>
        <source>A post was not sent.</source>
        <translation>Un message n’a pas été envoyé.</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Ouvrir la boîte d’envoi</translation>
    </message>
    <message>
        <source>Your words are safe in the outbox.</source>
        <translation>Votre texte est en sécurité dans la boîte d’envoi.</translation>
    </message>
</context>
<context>
    <name>XForm</name>
    <message>
        <source>@your_name</source>
        <translation>@votre_nom</translation>
    </message>
    <message>
        <source>A handle on X has up to 15 letters, digits and underscores.</source>
        <translation>Un identifiant X compte au plus 15 lettres, chiffres et tirets bas.</translation>
    </message>
    <message>
        <source>Client ID of your app</source>
        <translation>Client ID de votre application</translation>
    </message>
    <message>
        <source>Crieur asks X for nothing. Your posts come from your archive, and what you write opens on X’s own page, where you press Post yourself.</source>
        <translation>Crieur ne demande rien à X. Vos publications viennent de votre archive, et ce que vous écrivez s’ouvre sur la page de X, où vous cliquez vous-même sur «&#x202f;Poster&#x202f;».</translation>
    </message>
    <message>
        <source>How to connect X</source>
        <translation>Façon de connecter X</translation>
    </message>
    <message>
        <source>On X’s developer page, make an app of the type “Native App” with http://127.0.0.1:8723/callback as its “Callback URI”.</source>
        <translation>Sur la page développeur de X, créez une application de type «&#x202f;Native App&#x202f;» avec http://127.0.0.1:8723/callback comme «&#x202f;Callback URI&#x202f;».</translation>
    </message>
    <message>
        <source>Open X’s developer page</source>
        <translation>Ouvrir la page développeur de X</translation>
    </message>
    <message>
        <source>Paste the Client ID of your app here.</source>
        <translation>Collez ici le Client ID de votre application.</translation>
    </message>
    <message>
        <source>Type your handle, such as @boulangerie_lumiere.</source>
        <translation>Saisissez votre identifiant, par exemple @boulangerie_lumiere.</translation>
    </message>
    <message>
        <source>With my own key</source>
        <translation>Avec ma propre clé</translation>
    </message>
    <message>
        <source>Without a key, free</source>
        <translation>Sans clé, gratuit</translation>
    </message>
    <message>
        <source>X charges you for each post that is read or sent. Crieur asks only when you say so, shows the price first and stops at a monthly cap: {cap} unless you choose another.</source>
        <translation>X vous facture chaque publication lue ou envoyée. Crieur ne demande rien sans votre accord, affiche d’abord le prix et s’arrête à un plafond mensuel&#x202f;: {cap}, sauf si vous en choisissez un autre.</translation>
    </message>
    <message>
        <source>X does not know this Client ID. Check it.</source>
        <translation>X ne connaît pas ce Client ID. Vérifiez-le.</translation>
    </message>
    <message>
        <source>Your handle on X</source>
        <translation>Votre identifiant sur X</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Quitter la visite</translation>
    </message>
</context>
<context>
    <name>_EscKey</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
</TS>
