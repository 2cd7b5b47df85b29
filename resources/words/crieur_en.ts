<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ActivityRow</name>
    <message numerus="yes">
        <source>and %n other(s) liked your post</source>
        <translation>
            <numerusform>and %Ln other liked your post</numerusform>
            <numerusform>and %Ln others liked your post</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s) now follow you</source>
        <translation>
            <numerusform>and %Ln other now follows you</numerusform>
            <numerusform>and %Ln others now follow you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s) reposted your post</source>
        <translation>
            <numerusform>and %Ln other reposted your post</numerusform>
            <numerusform>and %Ln others reposted your post</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CharactersLeft</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%Ln character left</numerusform>
            <numerusform>%Ln characters left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <translation>
            <numerusform>%Ln too many</numerusform>
            <numerusform>%Ln too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnPane</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message numerus="yes">
        <source>%n post(s) in the outbox will never leave.</source>
        <translation>
            <numerusform>%Ln post in the outbox will never leave.</numerusform>
            <numerusform>%Ln posts in the outbox will never leave.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Digest</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) from websites</source>
        <translation>
            <numerusform>%Ln article from websites</numerusform>
            <numerusform>%Ln articles from websites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%Ln like</numerusform>
            <numerusform>%Ln likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) on {network}</source>
        <translation>
            <numerusform>%Ln post on {network}</numerusform>
            <numerusform>%Ln posts on {network}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repost(s)</source>
        <translation>
            <numerusform>%Ln repost</numerusform>
            <numerusform>%Ln reposts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has waited for %n day(s)</source>
        <translation>
            <numerusform>Has waited for %Ln day</numerusform>
            <numerusform>Has waited for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has waited for %n hour(s)</source>
        <translation>
            <numerusform>Has waited for %Ln hour</numerusform>
            <numerusform>Has waited for %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has waited for %n minute(s)</source>
        <translation>
            <numerusform>Has waited for %Ln minute</numerusform>
            <numerusform>Has waited for %Ln minutes</numerusform>
        </translation>
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
            <numerusform>%Ln item left out because it cannot be read.</numerusform>
            <numerusform>%Ln items left out because they cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new post(s) stored</source>
        <translation>
            <numerusform>%Ln new post stored</numerusform>
            <numerusform>%Ln new posts stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) you follow</source>
        <translation>
            <numerusform>%Ln person you follow</numerusform>
            <numerusform>%Ln people you follow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%Ln post</numerusform>
            <numerusform>%Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) were here already</source>
        <translation>
            <numerusform>%Ln post was here already</numerusform>
            <numerusform>%Ln posts were here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repost(s) left out: the archive does not hold what other people wrote.</source>
        <translation>
            <numerusform>%Ln repost left out: the archive does not hold what other people wrote.</numerusform>
            <numerusform>%Ln reposts left out: the archive does not hold what other people wrote.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkSearch</name>
    <message numerus="yes">
        <source>%n new post(s) found by {account}</source>
        <translation>
            <numerusform>%Ln new post found by {account}</numerusform>
            <numerusform>%Ln new posts found by {account}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPostsPill</name>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>%Ln new post</numerusform>
            <numerusform>%Ln new posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsDesk</name>
    <message numerus="yes">
        <source>%n new mention(s), the latest from {person}</source>
        <translation>
            <numerusform>%Ln new mention from {person}</numerusform>
            <numerusform>%Ln new mentions, the latest from {person}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) in the outbox need your decision.</source>
        <translation>
            <numerusform>%Ln post in the outbox needs your decision.</numerusform>
            <numerusform>%Ln posts in the outbox need your decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread mention(s)</source>
        <translation>
            <numerusform>%Ln unread mention</numerusform>
            <numerusform>%Ln unread mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n thing(s) happened while it was quiet</source>
        <translation>
            <numerusform>%Ln thing happened during quiet hours</numerusform>
            <numerusform>%Ln things happened during quiet hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message numerus="yes">
        <source>%n post(s) of theirs stored here</source>
        <translation>
            <numerusform>%Ln post of theirs stored here</numerusform>
            <numerusform>%Ln posts of theirs stored here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostDesk</name>
    <message numerus="yes">
        <source>%n post(s) sent</source>
        <translation>
            <numerusform>%Ln post sent</numerusform>
            <numerusform>%Ln posts sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostList</name>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%Ln like</numerusform>
            <numerusform>%Ln likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(s)</source>
        <translation>
            <numerusform>%Ln reply</numerusform>
            <numerusform>%Ln replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repost(s)</source>
        <translation>
            <numerusform>%Ln repost</numerusform>
            <numerusform>%Ln reposts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) erased.</source>
        <translation>
            <numerusform>%Ln post erased.</numerusform>
            <numerusform>%Ln posts erased.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase %n post(s)</source>
        <translation>
            <numerusform>Erase %Ln post</numerusform>
            <numerusform>Erase %Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase %n post(s) of other people?</source>
        <translation>
            <numerusform>Erase %Ln post of other people?</numerusform>
            <numerusform>Erase %Ln posts of other people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are older than %n month(s). Erasing them cannot be undone.</source>
        <translation>
            <numerusform>They are older than %Ln month. Erasing them cannot be undone.</numerusform>
            <numerusform>They are older than %Ln months. Erasing them cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadKeeper</name>
    <message numerus="yes">
        <source>%n post(s) are unread again</source>
        <translation>
            <numerusform>%Ln post is unread again</numerusform>
            <numerusform>%Ln posts are unread again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) marked as read</source>
        <translation>
            <numerusform>%Ln post marked as read</numerusform>
            <numerusform>%Ln posts marked as read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingOff</name>
    <message numerus="yes">
        <source>Your post leaves in %n second(s)</source>
        <translation>
            <numerusform>Your post leaves in %Ln second</numerusform>
            <numerusform>Your post leaves in %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>Offline · %n waiting</source>
        <translation>
            <numerusform>Offline · %Ln waiting</numerusform>
            <numerusform>Offline · %Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBoard</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
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
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
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
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
