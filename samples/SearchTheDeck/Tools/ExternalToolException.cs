namespace SearchTheDeck.Tools;

/// <summary>A program was there but could not do its work; the message holds what it said.</summary>
public sealed class ExternalToolException(string message) : Exception(message);
